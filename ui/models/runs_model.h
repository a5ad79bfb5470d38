#pragma once

#include "training/trainer.h"

#include <QAbstractTableModel>

#include <memory>
#include <set>
#include <vector>

namespace broto::ui {

/// The runs of a project, the newest first: what they were made by, and how good they became. A tick in the first
/// column says whether a run's curves are drawn behind those of the current one.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnOf { Number, Layers, OptimizerName, Rate, Seed, Epochs, Best, Validation, Test, columns };
    using Run = std::shared_ptr<const TrainedNetwork>;

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const std::vector<Run>& runs, const Run& current);
    const Run& run(int row) const { return m_runs[static_cast<std::size_t>(row)]; }
    bool isCurrent(int row) const { return run(row) == m_current; }
    int rowOf(int number) const;     ///< -1: there is none
    std::vector<Run> ticked() const; ///< without the current one, whose curves are drawn anyway
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void tickedChanged();

private:
    QString text(const TrainedNetwork& run, int column) const;
    QString explanation(const TrainedNetwork& run) const;

    std::vector<Run> m_runs;
    Run m_current;
    std::set<int> m_ticked; ///< numbers
};

}

#pragma once

#include "compression/number_trace.h"
#include "project/project.h"

#include <QAbstractTableModel>

namespace broto::ui {

/// One number on its way through a model, a line a step: the integers, what they stand for, what the float network has
/// there, and by how much the step departs from it.
class TraceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnOf { Step, Integers, Value, Exact, Error, columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Of a neuron of the variant, whose names say what the lines are.
    void setTrace(const NumberTrace& trace, const Variant& variant, std::size_t layer);
    void clear();
    bool isHeading(int row) const { return m_lines[static_cast<std::size_t>(row)].heading; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString cells[columns];
        bool heading = false;
    };

    void addHeading(const QString& text);
    void addFeatures(const NumberTrace& trace, const DeployableModel& model);
    void addProducts(const NumberTrace& trace);
    void addRequantization(const NumberTrace& trace);
    void addErrors(const NumberTrace& trace, bool roundedOnly);

    std::vector<Line> m_lines;
};

}

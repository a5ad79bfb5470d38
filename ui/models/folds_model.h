#pragma once

#include "training/cross_validation.h"

#include <QAbstractTableModel>

#include <vector>

namespace broto::ui {

/// The folds of a cross-validation, one row each, by the number of the fold.
class FoldsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnOf { Fold, BestEpoch, Training, Validation, Test, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setFolds(std::vector<FoldResult> folds, Task task);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FoldResult> m_folds;
    Task m_task = Task::Classification;
};

}

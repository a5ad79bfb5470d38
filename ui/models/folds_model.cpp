#include "ui/models/folds_model.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

namespace broto::ui {

void FoldsModel::setFolds(std::vector<FoldResult> folds, Task task)
{
    if (m_task != task || folds.size() < m_folds.size()) {
        beginResetModel();
        m_folds.clear();
        endResetModel();
    }
    m_task = task;
    const auto known = static_cast<int>(m_folds.size()), all = static_cast<int>(folds.size());
    if (all > known)
        beginInsertRows({}, known, all - 1);
    m_folds = std::move(folds);
    if (all > known)
        endInsertRows();
    if (known > 0)
        emit dataChanged(index(0, 0), index(known - 1, columns - 1));
}

void FoldsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_folds.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int FoldsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_folds.size());
}

int FoldsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant FoldsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole)
        return tableFont();
    if (role != Qt::DisplayRole)
        return {};
    const FoldResult& fold = m_folds[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Fold:
        return countText(index.row() + 1);
    case BestEpoch:
        return countText(fold.bestEpoch);
    case Training:
        return metricText(m_task, fold.training.headline);
    case Validation:
        return metricText(m_task, fold.validation.headline);
    default:
        return metricText(m_task, fold.test.headline);
    }
}

QVariant FoldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const QString names[] = {tr("Fold"), tr("Best epoch"), tr("Training"), tr("Validation"), tr("Test")};
    const QString explanations[] = {tr("Which part of the rows was the test."),
                                    tr("The epoch whose weights were kept."), tr("On the rows that were learned."),
                                    tr("On the rows that chose the best epoch."),
                                    tr("On the rows of this fold, which were not seen in training.")};
    if (role == Qt::DisplayRole)
        return names[section];
    return role == Qt::ToolTipRole ? explanations[section] : QVariant();
}

}

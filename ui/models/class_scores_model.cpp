#include "ui/models/class_scores_model.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/tokens.h"

#include <QApplication>

namespace broto::ui {

namespace {

int scoresAlignment(int column)
{
    return (column == ClassScoresModel::Class ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

}

void ClassScoresModel::setScores(const QStringList& classes, std::vector<ClassScore> scores, std::vector<double> areas)
{
    const bool sameRows = classes == m_classes && scores.size() == m_scores.size();
    if (!sameRows)
        beginResetModel();
    m_classes = classes;
    m_scores = std::move(scores);
    m_areas = std::move(areas);
    if (!sameRows)
        endResetModel();
    else
        retranslate();
}

void ClassScoresModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_scores.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int ClassScoresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_scores.size());
}

int ClassScoresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant ClassScoresModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return scoresAlignment(index.column());
    if (role == Qt::FontRole)
        return index.column() == Class ? fontFor(Type::Text) : tableFont();
    if (role == Qt::DecorationRole && index.column() == Class)
        return seriesInk(index.row(), coloursFor(QApplication::palette()));
    const ClassScore& score = m_scores[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return tr("%1: %Ln row(s)", nullptr, score.rows).arg(m_classes[index.row()]);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Class:
        return m_classes[index.row()];
    case Precision:
        return metricText(Task::Classification, score.precision);
    case Recall:
        return metricText(Task::Classification, score.recall);
    case F1:
        return metricText(Task::Classification, score.f1);
    default:
        return metricText(Task::Regression, m_areas[static_cast<std::size_t>(index.row())]);
    }
}

QVariant ClassScoresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return scoresAlignment(section);
    const QString names[] = {tr("Class"), tr("Precision"), tr("Recall"), QStringLiteral("F1"), tr("AUC")};
    const QString explanations[] = {QString(), tr("Of the rows answered as this class, how many are of it."),
                                    tr("Of the rows of this class, how many are answered as it."),
                                    tr("Precision and recall in one number: low when either is."),
                                    tr("Area under the ROC curve: how likely a row of the class is held for it more "
                                       "than one of the others.")};
    if (role == Qt::DisplayRole)
        return names[section];
    return role == Qt::ToolTipRole ? explanations[section] : QVariant();
}

}

#include "ui/models/changed_answers_model.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

namespace broto::ui {

void ChangedAnswersModel::setComparison(std::shared_ptr<const ModelComparison> comparison,
                                        std::shared_ptr<const Dataset> dataset)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_dataset = std::move(dataset);
    m_lines.clear();
    const auto add = [this](const std::vector<std::size_t>& places, Kind kind) {
        for (const std::size_t place : places)
            m_lines.push_back({place, kind});
    };
    if (m_comparison && m_dataset) {
        add(m_comparison->change.becameWrong, Kind::BecameWrong);
        add(m_comparison->change.becameRight, Kind::BecameRight);
        add(m_comparison->change.wrongInAnotherWay, Kind::WrongInAnotherWay);
        add(m_comparison->change.differentRows, Kind::Different);
    }
    endResetModel();
}

void ChangedAnswersModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

std::size_t ChangedAnswersModel::testRow(int line) const
{
    return m_comparison->rows[m_lines[static_cast<std::size_t>(line)].place];
}

int ChangedAnswersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ChangedAnswersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QString ChangedAnswersModel::answerText(std::size_t place, int column) const
{
    const DataPart& part = m_dataset->test;
    const std::size_t row = m_comparison->rows[place];
    if (m_comparison->change.task == Task::Classification) {
        const std::int32_t label = column == Truth    ? part.labels[row]
                                   : column == Before ? m_comparison->firstClasses[place]
                                                      : m_comparison->secondClasses[place];
        return QString::fromStdString(m_dataset->target.classes[static_cast<std::size_t>(label)]);
    }
    return valueText(column == Truth    ? part.values(static_cast<Eigen::Index>(row))
                     : column == Before ? m_comparison->firstValues[place]
                                        : m_comparison->secondValues[place]);
}

QString ChangedAnswersModel::text(const Line& line, int column) const
{
    if (column == Row)
        return countText(static_cast<std::int64_t>(m_dataset->test.tableRows[m_comparison->rows[line.place]]) + 1);
    if (column != What)
        return answerText(line.place, column);
    switch (line.kind) {
    case Kind::BecameWrong:
        return tr("became wrong");
    case Kind::BecameRight:
        return tr("became right");
    case Kind::WrongInAnotherWay:
        return tr("wrong in another way");
    case Kind::Different:
        break;
    }
    return valueText(m_comparison->secondValues[line.place] - m_comparison->firstValues[line.place]);
}

QVariant ChangedAnswersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(m_lines[static_cast<std::size_t>(index.row())], index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
        return index.column() == What ? fontFor(Type::Text) : tableFont();
    default:
        return {};
    }
}

QVariant ChangedAnswersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row:
        return tr("Row");
    case Truth:
        return tr("Truth");
    case Before:
        return tr("In float");
    case After:
        return tr("Here");
    case What:
        return tr("Change");
    default:
        return {};
    }
}

}

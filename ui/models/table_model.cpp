#include "ui/models/table_model.h"

#include "data/time_text.h"
#include "ui/widgets/tokens.h"

#include <QLocale>

#include <cmath>
#include <limits>

namespace broto::ui {

void TableModel::setTable(std::shared_ptr<const Table> table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_table)
        return 0;
    return static_cast<int>(std::min<std::size_t>(m_table->rows, std::numeric_limits<int>::max()));
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_table ? 0 : static_cast<int>(m_table->columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column& column = m_table->columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(column, static_cast<std::size_t>(index.row()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<int>((column.numeric() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return tableFont();
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical && role == Qt::TextAlignmentRole)
        return QVariant::fromValue<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (!m_table || role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? QVariant(QLocale().toString(section + 1)) : QVariant();
    if (section >= columnCount())
        return {};
    return QString::fromStdString(m_table->columns[static_cast<std::size_t>(section)].header);
}

QString TableModel::cell(const Column& column, std::size_t row) const
{
    if (column.values == Column::Values::Times) {
        const double time = column.numbers[row];
        return std::isnan(time) ? QStringLiteral("–") : QString::fromStdString(timeText(column, time));
    }
    if (column.numeric()) {
        const double number = column.numbers[row];
        return std::isnan(number) ? QStringLiteral("–") : QLocale().toString(number, 'g', 9);
    }
    const std::int32_t code = column.codes[row];
    return code < 0 ? QStringLiteral("–") : QString::fromStdString(column.categories[static_cast<std::size_t>(code)]);
}

}

#include "ui/models/table_model.h"

#include "ui/widgets/cell_text.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <limits>

namespace broto::ui {

void TableModel::setTable(std::shared_ptr<const Table> table)
{
    beginResetModel();
    m_table = std::move(table);
    m_rows.reset();
    endResetModel();
}

void TableModel::setRows(std::shared_ptr<const RowNumbers> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

std::size_t TableModel::tableRow(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return m_rows ? (*m_rows)[place] : place;
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_table)
        return 0;
    const std::size_t rows = m_rows ? m_rows->size() : m_table->rows;
    return static_cast<int>(std::min<std::size_t>(rows, std::numeric_limits<int>::max()));
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
        return cellText(column, tableRow(index.row()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<int>((column.texts() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
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
        return section < rowCount() ? QVariant(countText(static_cast<std::int64_t>(tableRow(section)) + 1))
                                    : QVariant();
    if (section >= columnCount())
        return {};
    return QString::fromStdString(m_table->columns[static_cast<std::size_t>(section)].header);
}

}

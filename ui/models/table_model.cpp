#include "ui/models/table_model.h"

#include "ui/widgets/cell_text.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <limits>

namespace broto::ui {

namespace {
constexpr int portion = 100'000;

/// A view counts rows by int.
int asInt(std::size_t rows)
{
    return static_cast<int>(std::min<std::size_t>(rows, std::numeric_limits<int>::max()));
}

}

TableModel::TableModel(QObject* parent) : QAbstractTableModel(parent)
{
    connect(&m_next, &QTimer::timeout, this, &TableModel::tellMore);
}

void TableModel::setTable(std::shared_ptr<const Table> table)
{
    beginResetModel();
    m_table = std::move(table);
    m_columns.clear();
    for (std::size_t i = 0; m_table && i < m_table->columns.size(); ++i)
        m_columns.emplace_back(m_table, &m_table->columns[i]);
    measureColumns();
    m_rows.reset();
    tellFirst();
    endResetModel();
}

void TableModel::setColumns(std::vector<std::shared_ptr<const Column>> columns)
{
    if (columns == m_columns || columns.size() != m_columns.size())
        return;
    m_columns = std::move(columns);
    measureColumns();
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TableModel::measureColumns()
{
    m_decimals.clear();
    for (const auto& column : m_columns)
        m_decimals.push_back(shownDecimals(*column));
}

void TableModel::setRows(std::shared_ptr<const RowNumbers> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    tellFirst();
    endResetModel();
}

void TableModel::tellFirst()
{
    const int rows = asInt(allRows());
    m_told = std::min(rows, portion);
    if (m_told < rows)
        m_next.start(0);
    else
        m_next.stop();
}

void TableModel::tellMore()
{
    const int rows = asInt(allRows());
    const int told = m_told + std::min(rows - m_told, portion);
    beginInsertRows({}, m_told, told - 1);
    m_told = told;
    endInsertRows();
    if (m_told == rows)
        m_next.stop();
}

std::size_t TableModel::tableRow(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return m_rows ? (*m_rows)[place] : place;
}

std::size_t TableModel::allRows() const
{
    if (!m_table)
        return 0;
    return m_rows ? m_rows->size() : m_table->rows;
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_told;
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_table ? 0 : static_cast<int>(m_table->columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column& column = this->column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownText(column, tableRow(index.row()), m_decimals[static_cast<std::size_t>(index.column())]);
    case Qt::ToolTipRole: // every digit, and texts that are longer than their cell
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

#pragma once

#include "data/row_order.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace broto::ui {

/// The rows of a table, or some of them in another order. Values are fetched as they are shown, so the size of
/// the table does not matter. The vertical header has the rows' numbers in the file.
///
/// A view makes room for every row it is told of, which takes it long for a million of them: they are told in portions,
/// one a turn of the event loop.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TableModel(QObject* parent = nullptr);

    void setTable(std::shared_ptr<const Table> table);

    /// Shows the table's columns as they are wanted: without the marks of missing values, of the chosen types.
    void setColumns(std::vector<std::shared_ptr<const Column>> columns);
    const Table* table() const { return m_table.get(); }

    /// Which rows are shown, and in which order; null: all of them as they stand in the file.
    void setRows(std::shared_ptr<const RowNumbers> rows);
    std::shared_ptr<const RowNumbers> rows() const { return m_rows; }
    std::size_t tableRow(int row) const; ///< the row of the table that is shown there
    std::size_t allRows() const;         ///< those that are not yet told of as well

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void tellFirst();
    void tellMore();

    void measureColumns();
    const Column& column(int index) const { return *m_columns[static_cast<std::size_t>(index)]; }

    std::shared_ptr<const Table> m_table;
    std::vector<std::shared_ptr<const Column>> m_columns;
    std::vector<std::optional<int>> m_decimals; ///< of the columns; see shownDecimals
    std::shared_ptr<const RowNumbers> m_rows;
    int m_told = 0;
    QTimer m_next;
};

}

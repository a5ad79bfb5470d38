#pragma once

#include "data/row_order.h"

#include <QAbstractTableModel>

#include <memory>

namespace broto::ui {

/// The rows of a table as read, or some of them in another order. Values are fetched as they are shown, so the size of
/// the table does not matter. The vertical header has the rows' numbers in the file.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::shared_ptr<const Table> table);
    const Table* table() const { return m_table.get(); }

    /// Which rows are shown, and in which order; null: all of them as they stand in the file.
    void setRows(std::shared_ptr<const RowNumbers> rows);
    std::shared_ptr<const RowNumbers> rows() const { return m_rows; }
    std::size_t tableRow(int row) const; ///< the row of the table that is shown there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Table> m_table;
    std::shared_ptr<const RowNumbers> m_rows;
};

}

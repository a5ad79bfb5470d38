#pragma once

#include "data/data_choices.h"

#include <QAbstractTableModel>

#include <memory>

namespace broto::ui {

/// The rows of a table as read. Values are fetched as they are shown, so the size of the table does not matter.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::shared_ptr<const Table> table);
    const Table* table() const { return m_table.get(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cell(const Column& column, std::size_t row) const;

    std::shared_ptr<const Table> m_table;
};

}

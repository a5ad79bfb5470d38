#pragma once

#include "data/table.h"
#include "ui/widgets/elided_combo.h"

#include <functional>

namespace broto::ui {

/// Chooses a column of a table by name.
class ColumnCombo : public ElidedCombo {
    Q_OBJECT

public:
    explicit ColumnCombo(QWidget* parent = nullptr);

    /// Offers the columns that are `wanted`, after `first` for none of them, if that is not empty.
    void setColumns(const Table& table, const QString& first = {},
                    const std::function<bool(std::size_t column)>& wanted = {});
    void select(int column); ///< -1: the first entry, if it stands for none
    int column() const;      ///< -1: none

signals:
    void columnChosen(int column); ///< by a person
};

}

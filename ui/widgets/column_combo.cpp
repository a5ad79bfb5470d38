#include "ui/widgets/column_combo.h"

#include "ui/widgets/cell_text.h"

#include <QSignalBlocker>

namespace broto::ui {

ColumnCombo::ColumnCombo(QWidget* parent) : ElidedCombo(parent)
{
    connect(this, &QComboBox::activated, this, [this] { emit columnChosen(column()); });
}

void ColumnCombo::setColumns(const Table& table, const QString& first,
                             const std::function<bool(std::size_t column)>& wanted)
{
    const QSignalBlocker blocker(this);
    const int before = column();
    clear();
    if (!first.isEmpty())
        addItem(first, -1);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!wanted || wanted(i))
            addName(columnTitle(table.columns[i]), static_cast<int>(i));
    }
    select(before);
}

void ColumnCombo::select(int column)
{
    const QSignalBlocker blocker(this);
    setCurrentIndex(findData(column));
}

int ColumnCombo::column() const
{
    return currentIndex() < 0 ? -1 : currentData().toInt();
}

}

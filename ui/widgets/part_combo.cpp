#include "ui/widgets/part_combo.h"

#include <QStandardItemModel>

namespace broto::ui {

namespace {
constexpr DataPart Dataset::*parts[] = {&Dataset::training, &Dataset::validation, &Dataset::test};
}

PartCombo::PartCombo(QWidget* parent) : QComboBox(parent)
{
    for (int i = 0; i < 3; ++i)
        addItem(QString());
    setCurrentIndex(m_wanted);
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_wanted = index;
        emit partChosen();
    });
    retranslate();
}

void PartCombo::offer(const Dataset& dataset)
{
    auto* items = static_cast<QStandardItemModel*>(model());
    for (int i = 0; i < count(); ++i)
        items->item(i)->setEnabled((dataset.*parts[i]).rows() > 0);
    const bool there = (dataset.*parts[m_wanted]).rows() > 0;
    setCurrentIndex(there ? m_wanted : dataset.test.rows() > 0 ? 2 : 0);
}

const DataPart Dataset::*PartCombo::part() const
{
    return parts[currentIndex()];
}

void PartCombo::retranslate()
{
    const QString names[] = {tr("Training rows"), tr("Validation rows"), tr("Test rows")};
    for (int i = 0; i < count(); ++i)
        setItemText(i, names[i]);
    setAccessibleName(tr("Rows that are looked at"));
    setToolTip(tr("On rows it has never seen a network shows what it has understood."));
}

}

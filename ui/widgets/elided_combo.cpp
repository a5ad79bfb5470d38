#include "ui/widgets/elided_combo.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolTip>

namespace broto::ui {

ElidedCombo::ElidedCombo(QWidget* parent) : QComboBox(parent)
{
    constexpr int leastCharacters = 14;
    // As wide as there is room for, whatever the names.
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(leastCharacters);
    view()->setTextElideMode(Qt::ElideMiddle);
}

void ElidedCombo::addName(const QString& name, int value)
{
    addItem(name, value);
    setItemData(count() - 1, name, Qt::ToolTipRole);
}

QString ElidedCombo::shownText() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    constexpr int padding = 4;
    return fontMetrics().elidedText(currentText(), Qt::ElideMiddle, field.width() - padding);
}

bool ElidedCombo::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || currentIndex() < 0 || shownText() == currentText())
        return QComboBox::event(event);
    const QString text = toolTip().isEmpty() ? currentText() : QStringLiteral("%1\n%2").arg(currentText(), toolTip());
    QToolTip::showText(static_cast<const QHelpEvent*>(event)->globalPos(), text, this);
    return true;
}

void ElidedCombo::paintEvent(QPaintEvent* event)
{
    if (currentIndex() < 0)
        return QComboBox::paintEvent(event); // what to do, in place of a name
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = shownText();
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

}

#include "ui/widgets/number_spin.h"

namespace broto::ui {

NumberSpin::NumberSpin(QWidget* parent) : QDoubleSpinBox(parent)
{
    setDecimals(8);
    setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    setKeyboardTracking(false);
}

QString NumberSpin::textFromValue(double value) const
{
    QString text = locale().toString(value, 'f', decimals());
    text.remove(locale().groupSeparator()); // the field would not read it again
    if (!text.contains(locale().decimalPoint()))
        return text;
    while (text.endsWith(locale().zeroDigit()))
        text.chop(1);
    if (text.endsWith(locale().decimalPoint()))
        text.chop(1);
    return text;
}

}

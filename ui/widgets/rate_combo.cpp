#include "ui/widgets/rate_combo.h"

#include "ui/widgets/number_format.h"

#include <QEvent>

namespace broto::ui {

namespace {
constexpr double usualRates[] = {0, 10, 1};
constexpr int firstRate = 1, learnedRate = 3; ///< entries
}

RateCombo::RateCombo(QWidget* parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const double each : usualRates)
        addItem(QString(), each);
    setCurrentIndex(firstRate);
    connect(this, &QComboBox::activated, this, [this] { emit rateChosen(rate()); });
    retranslate();
}

void RateCombo::setLearned(double rate)
{
    removeItem(learnedRate);
    if (rate > 0)
        addItem(QString(), rate);
    setCurrentIndex(rate > 0 ? learnedRate : firstRate);
    retranslate();
}

void RateCombo::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

void RateCombo::retranslate()
{
    setItemText(0, tr("as fast as it goes"));
    setItemText(1, tr("10 a second"));
    setItemText(2, tr("1 a second"));
    if (count() > learnedRate)
        setItemText(learnedRate, tr("as learned: %1 a second").arg(valueText(itemData(learnedRate).toDouble())));
}

}

#include "ui/widgets/feature_row.h"

#include "device/live_answer.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/feature_texts.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/learned_slider.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/number_spin.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <limits>
#include <utility>

namespace broto::ui {

namespace {
constexpr int questionFieldWidth = 108;
constexpr int warningSize = 14;
constexpr double largestInField = 1e12;
constexpr int moreDigits = 2, mostFieldDigits = 8; ///< of a value that is typed or comes from a row
constexpr float noValue = std::numeric_limits<float>::quiet_NaN();
constexpr int noCategory = -1; ///< data of the entry for a missing one
}

FeatureRow::FeatureRow(Feature feature, std::optional<float> fill, QWidget* parent)
    : QWidget(parent),
      m_feature(std::move(feature)),
      m_fill(fill),
      m_name(makeElidedLabel(Type::Text, Tone::Plain, featureTitle(m_feature), this)),
      m_warning(new QLabel(this)),
      m_note(makeLabel(Type::Note, Tone::Muted, this))
{
    m_note->setObjectName(QStringLiteral("featureNote"));
    m_warning->setPixmap(icon(QStringLiteral("warning"), Tint::Warning).pixmap(QSize(warningSize, warningSize)));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::hair);
    head->addWidget(m_name, 1);
    head->addWidget(m_warning);
    head->addWidget(m_note);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    m_feature.categories.empty() ? makeNumber() : makeCategory();
    retranslate();
}

void FeatureRow::makeNumber()
{
    const SliderSpan span = sliderSpan(m_feature);
    m_slider = new LearnedSlider(span, this);
    m_slider->setObjectName(QStringLiteral("featureSlider"));
    m_field = new NumberSpin(this);
    m_field->setObjectName(QStringLiteral("featureField"));
    m_field->setDecimals(std::min(span.digits + moreDigits, mostFieldDigits));
    m_field->setRange(-largestInField, largestInField);
    m_field->setFixedWidth(questionFieldWidth);
    m_missing = new QToolButton(this);
    m_missing->setObjectName(QStringLiteral("featureMissing"));
    m_missing->setCheckable(true);
    m_missing->setText(QStringLiteral("∅"));
    auto* line = new QHBoxLayout;
    line->setSpacing(space::hair);
    line->addWidget(m_slider, 1);
    line->addSpacing(space::hair);
    line->addWidget(m_field);
    line->addWidget(m_missing);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(line);
    connect(m_slider, &QSlider::valueChanged, this, [this] { take(static_cast<float>(m_slider->chosen())); });
    connect(m_field, &QDoubleSpinBox::valueChanged, this, [this](double value) { take(static_cast<float>(value)); });
    connect(m_missing, &QToolButton::toggled, this, [this](bool missing) { take(missing ? noValue : m_known); });
}

void FeatureRow::makeCategory()
{
    m_category = new ElidedCombo(this);
    m_category->setObjectName(QStringLiteral("featureCategory"));
    layout()->addWidget(m_category);
    connect(m_category, &QComboBox::activated, this, [this] {
        const int index = m_category->currentData().toInt();
        take(index == noCategory ? noValue : static_cast<float>(index));
    });
}

void FeatureRow::take(float value)
{
    show(value);
    emit changed();
}

void FeatureRow::show(float value)
{
    m_value = value;
    if (!std::isnan(value))
        m_known = value;
    refresh();
}

void FeatureRow::setChangeable(bool changeable)
{
    m_changeable = changeable;
    refresh();
}

void FeatureRow::refresh()
{
    const bool missing = std::isnan(m_value);
    if (m_category) {
        const QSignalBlocker quiet(m_category);
        const int unseen = static_cast<int>(m_feature.categories.size());
        const bool known = m_value >= 0 && m_value < static_cast<float>(unseen);
        m_category->setCurrentIndex(m_category->findData(missing ? noCategory
                                                         : known ? static_cast<int>(m_value)
                                                                 : unseen));
        m_category->setEnabled(m_changeable);
    } else {
        const QSignalBlocker quietSlider(m_slider), quietField(m_field), quietMissing(m_missing);
        m_slider->choose(m_known);
        if (static_cast<float>(m_field->value()) != m_known)
            m_field->setValue(m_known);
        m_missing->setChecked(missing);
        m_slider->setEnabled(m_changeable && !missing);
        m_field->setEnabled(m_changeable && !missing);
        m_missing->setEnabled(m_changeable);
        m_slider->update(); // its handle tells whether it is outside
    }
    refreshNote();
}

void FeatureRow::refreshNote()
{
    const bool outside = !outOfRange({m_feature}, std::span(&m_value, 1)).empty();
    m_warning->setVisible(outside);
    setTone(*m_note, outside ? Tone::Plain : Tone::Muted);
    if (std::isnan(m_value))
        m_note->setText(m_fill ? tr("%1 stands for it").arg(featureValue(m_feature, *m_fill))
                               : tr("no value: refused"));
    else if (m_category)
        m_note->setText(outside ? tr("never learned") : QString());
    else {
        const QString range = QStringLiteral("%1 – %2").arg(valueText(m_feature.lowest), valueText(m_feature.highest));
        m_note->setText(outside ? tr("outside %1").arg(range) : range);
    }
}

void FeatureRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FeatureRow::retranslate()
{
    const QString title = featureTitle(m_feature);
    m_note->setToolTip(tr("What the training rows held. Of values beyond it the model has learned nothing."));
    m_warning->setToolTip(m_note->toolTip());
    if (m_category) {
        const QSignalBlocker quiet(m_category);
        m_category->clear();
        int index = 0;
        for (const std::string& name : m_feature.categories)
            m_category->addName(QString::fromStdString(name), index++);
        m_category->addName(tr("(one that was never learned)"), index);
        m_category->addName(tr("(no value)"), noCategory);
        m_category->setAccessibleName(title);
        m_category->setToolTip(tr("The category that both are asked about"));
    } else {
        m_slider->setAccessibleName(title);
        m_slider->setToolTip(tr("Drag to ask; the coloured part is what the training rows held"));
        m_field->setAccessibleName(tr("Value of %1").arg(title));
        m_field->setToolTip(tr("Type any value and press Enter to ask"));
        m_missing->setAccessibleName(tr("No value for %1").arg(title));
        m_missing->setToolTip(tr("No value: ask what happens when the sensor is silent"));
    }
    refresh();
}

}

#include "ui/widgets/window_spans.h"

#include "ui/commands/data_edits.h"
#include "ui/document/document.h"
#include "ui/jobs/window_planner.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>

#include <cmath>

namespace broto::ui {

namespace {

constexpr double longestSeconds = 3600;
constexpr int secondsDecimals = 3;

using Unit = WindowSpan::Unit;

void prepareSpan(QDoubleSpinBox& box, Unit unit, double amount)
{
    const QSignalBlocker blocker(box);
    const bool seconds = unit == Unit::Seconds;
    box.setDecimals(seconds ? secondsDecimals : 0);
    box.setRange(seconds ? 0.001 : 1, seconds ? longestSeconds : longestWindow);
    box.setSingleStep(seconds ? 0.1 : 1);
    box.setValue(amount);
}

}

WindowSpans::WindowSpans(Document& document, const WindowPlanner& planner, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_planner(planner),
      m_length(new QDoubleSpinBox(this)),
      m_stride(new QDoubleSpinBox(this)),
      m_unit(new QComboBox(this)),
      m_gap(new QDoubleSpinBox(this)),
      m_mixed(new QComboBox(this)),
      m_value(new QComboBox(this))
{
    m_length->setObjectName(QStringLiteral("windowLength"));
    m_stride->setObjectName(QStringLiteral("windowStride"));
    m_unit->setObjectName(QStringLiteral("windowUnit"));
    m_gap->setObjectName(QStringLiteral("longestGap"));
    m_mixed->setObjectName(QStringLiteral("mixedWindows"));
    m_value->setObjectName(QStringLiteral("windowValue"));
    m_unit->addItems({QString(), QString()});
    m_mixed->addItems({QString(), QString()});
    m_value->addItems({QString(), QString()});
    m_gap->setRange(0, longestSeconds);
    m_gap->setDecimals(secondsDecimals);
    for (QDoubleSpinBox* box : {m_length, m_stride, m_gap})
        box->setKeyboardTracking(false);
    auto* fields = new FlowLayout(space::large, space::small, this);
    fields->addWidget(makeField(m_lengthLabel, m_length, this));
    fields->addWidget(makeField(m_strideLabel, m_stride, this));
    fields->addWidget(makeField(m_unitLabel, m_unit, this));
    fields->addWidget(makeField(m_gapLabel, m_gap, this));
    fields->addWidget(m_mixedField = makeField(m_mixedLabel, m_mixed, this));
    fields->addWidget(m_valueField = makeField(m_valueLabel, m_value, this));
    DataEdits edits(document);
    connect(m_length, &QDoubleSpinBox::valueChanged, this, [edits](double amount) mutable {
        edits.changeWindows([=](WindowChoices& windows) { windows.length.amount = amount; });
    });
    connect(m_stride, &QDoubleSpinBox::valueChanged, this, [edits](double amount) mutable {
        edits.changeWindows([=](WindowChoices& windows) { windows.stride.amount = amount; });
    });
    connect(m_unit, &QComboBox::activated, this, &WindowSpans::chooseUnit);
    connect(m_gap, &QDoubleSpinBox::valueChanged, this, [edits](double seconds) mutable {
        edits.changeWindows(
            [=](WindowChoices& windows) { windows.longestGap = seconds > 0 ? std::optional(seconds) : std::nullopt; });
    });
    connect(m_mixed, &QComboBox::activated, this, [edits](int index) mutable {
        edits.changeWindows(
            [=](WindowChoices& windows) { windows.mixed = index ? MixedWindows::Drop : MixedWindows::Majority; });
    });
    connect(m_value, &QComboBox::activated, this, [edits](int index) mutable {
        edits.changeWindows(
            [=](WindowChoices& windows) { windows.value = index ? WindowValue::Mean : WindowValue::Last; });
    });
    connect(&document, &Document::dataChanged, this, &WindowSpans::refresh);
    connect(&planner, &WindowPlanner::changed, this, &WindowSpans::refresh);
    retranslate();
}

/// The same windows, told in the other unit.
void WindowSpans::chooseUnit()
{
    const Unit unit = m_unit->currentIndex() ? Unit::Seconds : Unit::Readings;
    const double perSecond = m_planner.readingsPerSecond();
    DataEdits(m_document).changeWindows([&](WindowChoices& windows) {
        for (WindowSpan* span : {&windows.length, &windows.stride}) {
            if (span->unit == unit || perSecond <= 0)
                continue;
            *span = {unit == Unit::Seconds ? span->amount / perSecond : std::round(span->amount * perSecond), unit};
        }
    });
}

void WindowSpans::refresh()
{
    if (!m_document.project().data.windows)
        return;
    const WindowChoices& windows = *m_document.project().data.windows;
    prepareSpan(*m_length, windows.length.unit, windows.length.amount);
    prepareSpan(*m_stride, windows.stride.unit, windows.stride.amount);
    m_unit->setCurrentIndex(windows.length.unit == Unit::Seconds);
    m_unit->setEnabled(m_planner.readingsPerSecond() > 0);
    const QSignalBlocker gap(m_gap);
    m_gap->setValue(windows.longestGap.value_or(0));
    m_mixed->setCurrentIndex(windows.mixed == MixedWindows::Drop);
    m_value->setCurrentIndex(windows.value == WindowValue::Mean);
    const auto plan = m_planner.plan();
    const bool classes = !plan || !*plan || (*plan)->task == Task::Classification;
    m_mixedField->setVisible(classes);
    m_valueField->setVisible(!classes);
}

void WindowSpans::focusLength()
{
    m_length->setFocus(Qt::OtherFocusReason);
    m_length->selectAll();
}

void WindowSpans::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WindowSpans::retranslate()
{
    m_lengthLabel->setText(tr("Length"));
    m_length->setToolTip(tr("How much of the stream a window holds: at least one whole motion."));
    m_strideLabel->setText(tr("Stride"));
    m_stride->setToolTip(tr("From the beginning of one window to that of the next; shorter ones overlap."));
    m_unitLabel->setText(tr("Measured in"));
    m_unit->setItemText(0, tr("readings"));
    m_unit->setItemText(1, tr("seconds"));
    m_unit->setToolTip(tr("Seconds need a column that says when a reading was taken."));
    m_gapLabel->setText(tr("Longest gap, s"));
    m_gap->setSpecialValueText(tr("automatic"));
    m_gap->setToolTip(tr("Readings farther apart than this are never in one window; automatic: 2.5 steps."));
    m_mixedLabel->setText(tr("Windows of several classes"));
    m_mixed->setItemText(0, tr("take the most common class"));
    m_mixed->setItemText(1, tr("are left out"));
    m_mixed->setToolTip(tr("What becomes of a window in which one class passes into another."));
    m_valueLabel->setText(tr("A window's value is"));
    m_value->setItemText(0, tr("that of its last reading"));
    m_value->setItemText(1, tr("the mean of its readings"));
    m_value->setToolTip(tr("Which value of the target the network is to tell of a window."));
    refresh();
}

}

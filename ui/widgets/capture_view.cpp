#include "ui/widgets/capture_view.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int formWidth = 300;
constexpr int captureBarSteps = 1000;
constexpr double longestCapture = 24 * 3600;
constexpr double usualCapture = 5;
constexpr int usualCountdown = 3;

std::vector<std::string> namesIn(const QString& text)
{
    std::vector<std::string> names;
    for (const QString& name : text.split(u',', Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            names.push_back(name.trimmed().toStdString());
    return names;
}

QString joined(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list.join(QStringLiteral(", "));
}

}

CaptureView::CaptureView(const SerialLine& line, CaptureJob& capture, QWidget* parent)
    : QWidget(parent), m_line(line), m_capture(capture)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(makeForm());
    layout->addWidget(makeOutcome(), 1);
    connect(&line, &SerialLine::changed, this, &CaptureView::refresh);
    connect(&capture, &CaptureJob::changed, this, &CaptureView::refresh);
    connect(m_start, &QPushButton::clicked, this, &CaptureView::start);
    connect(m_add, &QPushButton::clicked, this, &CaptureView::addWanted);
    connect(m_save, &QPushButton::clicked, this, &CaptureView::saveWanted);
    connect(m_discard, &QPushButton::clicked, &capture, &CaptureJob::discard);
    for (const QLineEdit* field : {m_labelName, m_labelValue})
        connect(field, &QLineEdit::textChanged, this, &CaptureView::refresh);
    retranslate();
}

QWidget* CaptureView::makeForm()
{
    auto* form = new QWidget(this);
    form->setFixedWidth(formWidth);
    m_columns = new QLineEdit(form);
    m_columns->setObjectName(QStringLiteral("captureColumns"));
    m_labelName = new QLineEdit(form);
    m_labelName->setObjectName(QStringLiteral("captureLabelName"));
    m_labelValue = new QLineEdit(form);
    m_labelValue->setObjectName(QStringLiteral("captureLabelValue"));
    auto* label = new QHBoxLayout;
    label->setSpacing(space::small);
    label->addWidget(makeField(m_labelNameLabel, m_labelName, form), 1);
    label->addWidget(makeField(m_labelValueLabel, m_labelValue, form), 1);
    m_seconds = new QDoubleSpinBox(form);
    m_seconds->setObjectName(QStringLiteral("captureSeconds"));
    m_seconds->setRange(0, longestCapture);
    m_seconds->setDecimals(1);
    m_seconds->setValue(usualCapture);
    m_countdown = new QSpinBox(form);
    m_countdown->setObjectName(QStringLiteral("captureCountdown"));
    m_countdown->setMaximum(60);
    m_countdown->setValue(usualCountdown);
    m_times = new QCheckBox(form);
    m_start = new QPushButton(form);
    m_start->setObjectName(QStringLiteral("captureStart"));
    auto* times = new QHBoxLayout;
    times->setSpacing(space::small);
    times->addWidget(makeField(m_countdownLabel, m_countdown, form));
    times->addWidget(makeField(m_secondsLabel, m_seconds, form));
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(makeField(m_columnsLabel, m_columns, form));
    layout->addLayout(label);
    layout->addLayout(times);
    layout->addWidget(m_times);
    layout->addSpacing(space::small);
    layout->addWidget(m_start, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return form;
}

QWidget* CaptureView::makeOutcome()
{
    QFrame* card = makeCard(this);
    m_number = makeLabel(Type::Number, Tone::Plain, card);
    m_number->setObjectName(QStringLiteral("captureNumber"));
    m_bar = new QProgressBar(card);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, captureBarSteps);
    m_note = makeLabel(Type::Text, Tone::Muted, card);
    m_note->setObjectName(QStringLiteral("captureNote"));
    m_note->setWordWrap(true);
    m_add = new QPushButton(card);
    m_add->setObjectName(QStringLiteral("captureAdd"));
    m_save = new QPushButton(card);
    m_save->setObjectName(QStringLiteral("captureSave"));
    m_discard = new QPushButton(card);
    m_discard->setObjectName(QStringLiteral("captureDiscard"));
    setKind(*m_discard, ButtonKind::Quiet);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    buttons->addWidget(m_add);
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::small);
    layout->addWidget(m_number);
    layout->addWidget(m_bar);
    layout->addWidget(m_note);
    layout->addSpacing(space::small);
    layout->addLayout(buttons);
    layout->addStretch(1);
    return card;
}

void CaptureView::setTable(const QString& name)
{
    m_table = name;
    retranslate();
}

void CaptureView::setHasPort(bool has)
{
    m_hasPort = has;
    refresh();
}

void CaptureView::say(const QString& outcome)
{
    m_outcome = outcome;
    refresh();
}

void CaptureView::start()
{
    const CaptureJob::State state = m_capture.state();
    if (state == CaptureJob::State::CountingDown || state == CaptureJob::State::Capturing) {
        m_capture.stop();
        return;
    }
    m_outcome.clear();
    CaptureOptions options;
    options.columns = namesIn(m_columns->text());
    options.labelName = m_labelName->text().trimmed().toStdString();
    options.labelValue = m_labelValue->text().trimmed().toStdString();
    options.times = m_times->isChecked();
    m_capture.start(options, {static_cast<double>(m_countdown->value()), m_seconds->value(), 0});
}

/// A name without a value, or a value without a name, is a column that nobody can learn from.
bool CaptureView::labelIsWhole() const
{
    return m_labelName->text().trimmed().isEmpty() == m_labelValue->text().trimmed().isEmpty();
}

void CaptureView::refresh()
{
    using State = CaptureJob::State;
    const State state = m_capture.state();
    const bool running = state == State::CountingDown || state == State::Capturing;
    m_start->setText(running ? tr("Stop the capture") : tr("Start the capture"));
    const bool can = m_line.state() == SerialLine::State::Open && state == State::Idle && labelIsWhole();
    m_start->setEnabled(running || can);
    m_start->setToolTip(running ? tr("End it and keep the rows so far")
                        : can   ? tr("Take the numbers that the board prints as rows of a table")
                        : state == State::Captured
                            ? tr("Keep the rows, or throw them away, before others are captured.")
                            : idleNote());
    m_number->setText(state == State::CountingDown ? tr("%1 s").arg(m_capture.countdownLeft())
                      : m_capture.rows() == 0      ? tr("No rows yet")
                                                   : tr("%Ln row(s)", nullptr, static_cast<int>(m_capture.rows())));
    m_bar->setVisible(state == State::Capturing && m_capture.share() > 0);
    m_bar->setValue(static_cast<int>(m_capture.share() * captureBarSteps));
    for (QPushButton* button : {m_add, m_save, m_discard})
        button->setVisible(state == State::Captured);
    refreshNote();
}

void CaptureView::refreshNote()
{
    using State = CaptureJob::State;
    const QString columns = joined(m_capture.columns());
    const auto passedOver = static_cast<int>(m_capture.passedOver());
    QString note = columns.isEmpty() ? tr("No line with numbers has come yet.") : tr("Columns: %1").arg(columns);
    switch (m_capture.state()) {
    case State::CountingDown:
        note = tr("The capture begins in a moment.");
        break;
    case State::Capturing:
    case State::Captured:
        if (passedOver > 0)
            note += u'\n' + tr("%Ln line(s) without such numbers passed over", nullptr, passedOver);
        break;
    case State::Idle:
        if (!m_outcome.isEmpty())
            note = m_outcome;
        else if (const QString idle = idleNote(); !idle.isEmpty())
            note = idle;
        else if (m_capture.nothing())
            note = nothingNote();
    }
    m_note->setText(note);
}

/// What is missing before a capture can begin; empty: nothing.
QString CaptureView::idleNote() const
{
    if (m_line.state() != SerialLine::State::Open)
        return m_hasPort ? tr("Listen to the board first: its columns are named here.")
                         : tr("Choose a board on the left and listen to it.");
    return labelIsWhole() ? QString() : tr("A label needs a column and a value, such as “gesture” and “wave”.");
}

/// Of a capture that has ended without a row: what came instead, and what to look at.
QString CaptureView::nothingNote() const
{
    const CaptureJob::Nothing& nothing = *m_capture.nothing();
    const QString time = durationText(nothing.seconds);
    if (nothing.others == 0)
        return tr("No line came in %1: does the program on the board print, and at this baud rate? The Monitor shows "
                  "all that comes.")
            .arg(time);
    return tr("%Ln line(s) came in %1, none with the numbers of a row: look at them in the Monitor.", nullptr,
              static_cast<int>(nothing.others))
        .arg(time);
}

void CaptureView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CaptureView::retranslate()
{
    m_columnsLabel->setText(tr("Columns"));
    m_columns->setPlaceholderText(tr("as the device names them"));
    m_columns->setToolTip(tr("Names apart by commas: for numbers without labels in their order, or the labels wanted"));
    m_labelNameLabel->setText(tr("Label's column"));
    m_labelValueLabel->setText(tr("Its value"));
    m_labelName->setPlaceholderText(tr("gesture"));
    m_labelName->setAccessibleName(tr("Column of the label"));
    m_labelValue->setPlaceholderText(tr("wave"));
    m_labelValue->setAccessibleName(tr("Value of the label"));
    m_labelName->setToolTip(tr("A column with the same value in all rows: what is done meanwhile"));
    m_labelValue->setToolTip(m_labelName->toolTip());
    m_countdownLabel->setText(tr("Countdown"));
    m_countdown->setSuffix(tr(" s"));
    m_secondsLabel->setText(tr("Length"));
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setSpecialValueText(tr("until stopped"));
    m_times->setText(tr("A column with the time"));
    m_add->setText(m_table.isEmpty() ? tr("Use as the data") : tr("Add to %1").arg(m_table));
    m_save->setText(tr("Save to a file…"));
    m_discard->setText(tr("Throw away"));
    m_bar->setAccessibleName(tr("How far the capture is"));
    refresh();
}

}

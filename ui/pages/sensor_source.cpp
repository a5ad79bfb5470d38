#include "ui/pages/sensor_source.h"

#include "device/live_history.h"
#include "device/sensed_rows.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/jobs/live_line.h"
#include "ui/jobs/open_job.h"
#include "ui/pages/pins_button.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rate_combo.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace broto::ui {

SensorSource::SensorSource(Document& document, LiveLine& line, OpenJob& open, QWidget* parent)
    : QWidget(parent), m_document(document), m_line(line), m_open(open)
{
    m_start = new QPushButton(this);
    m_start->setObjectName(QStringLiteral("sense"));
    m_start->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_rate = new RateCombo(this);
    m_rate->setObjectName(QStringLiteral("sensorRate"));
    m_note = makeLabel(Type::Note, Tone::Muted, this);
    m_note->setObjectName(QStringLiteral("sensorNote"));
    m_note->setWordWrap(true);
    m_pins = new PinsButton(document, this);
    m_pins->setObjectName(QStringLiteral("sensorPins"));
    m_flash = new QPushButton(this);
    m_flash->setObjectName(QStringLiteral("flashPins"));
    auto* choice = new QHBoxLayout;
    choice->setSpacing(space::small);
    choice->addWidget(m_start);
    choice->addWidget(m_rate, 1);
    auto* remedies = new QHBoxLayout;
    remedies->setSpacing(space::small);
    remedies->addWidget(m_pins);
    remedies->addWidget(m_flash);
    remedies->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, space::small, 0);
    layout->setSpacing(space::small);
    layout->addLayout(choice);
    layout->addWidget(m_note);
    layout->addLayout(remedies);
    makeRecord();
    connect(m_start, &QPushButton::clicked, this, &SensorSource::startOrStop);
    connect(m_rate, &RateCombo::rateChosen, &line, &LiveLine::setRate);
    connect(m_flash, &QPushButton::clicked, this, &SensorSource::flashWanted);
    retranslate();
}

void SensorSource::makeRecord()
{
    m_label = new QComboBox(this);
    m_label->setObjectName(QStringLiteral("sensedLabel"));
    m_label->setEditable(true);
    m_label->setInsertPolicy(QComboBox::NoInsert);
    m_label->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_add = new QPushButton(this);
    m_add->setObjectName(QStringLiteral("addSensed"));
    m_recordNote = makeLabel(Type::Note, Tone::Muted, this);
    m_recordNote->setObjectName(QStringLiteral("sensedNote"));
    m_recordNote->setWordWrap(true);
    auto* record = new QHBoxLayout;
    record->setSpacing(space::small);
    record->addWidget(m_label, 1);
    record->addWidget(m_add);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->addLayout(record);
    column->addWidget(m_recordNote);
    connect(m_label, &QComboBox::editTextChanged, this, &SensorSource::refreshRecord);
    connect(m_add, &QPushButton::clicked, this, &SensorSource::add);
}

void SensorSource::setVariant(std::shared_ptr<const Variant> variant)
{
    m_variant = std::move(variant);
    m_recorded.clear();
    m_adding = m_added = 0;
    m_label->clear();
    if (!m_variant)
        return;
    for (const std::string& name : m_variant->model.decoding.target.classes)
        m_label->addItem(QString::fromStdString(name));
    m_label->setCurrentIndex(-1);
    m_label->clearEditText();
    const auto& stream = m_variant->model.preprocessing.stream;
    m_rate->setLearned(stream ? stream->readingsPerSecond : 0);
    retranslate();
}

void SensorSource::startOrStop()
{
    m_line.session().senses ? m_line.stopStream() : emit startWanted();
}

void SensorSource::begin()
{
    m_recorded.clear();
    m_adding = m_added = 0;
    m_line.sense(m_rate->rate());
}

void SensorSource::take(const std::vector<LiveAnswer>& answers)
{
    for (const LiveAnswer& answer : answers)
        if (answer.question.sensed)
            m_recorded.push_back(answer.question.row);
    if (m_adding == 0 && m_recorded.size() > LiveHistory::most) // the oldest are forgotten, as there
        m_recorded.erase(m_recorded.begin(), m_recorded.end() - static_cast<std::ptrdiff_t>(LiveHistory::most));
    refreshRecord();
}

/// Of the board that answers; nothing is known of one that is not connected.
bool SensorSource::readsNoPins() const
{
    const auto& hello = m_line.session().hello;
    return hello && !hello->hasSensors;
}

bool SensorSource::hasPins() const
{
    return m_variant && !pinsFor(m_document.project(), m_variant->model, m_document.board()).empty();
}

void SensorSource::refresh(const QString& obstacle)
{
    m_obstacle = obstacle;
    const LiveSession::State& session = m_line.session();
    const bool noneToRead = m_document.board().analogPins.empty();
    m_start->setEnabled(session.senses || (obstacle.isEmpty() && !readsNoPins()));
    m_start->setText(session.senses ? tr("Stop") : tr("Start"));
    m_start->setIcon(icon(session.senses ? QStringLiteral("stop") : QStringLiteral("play")));
    const bool isError = session.sensingEnded && !readsNoPins();
    const bool wantsPins = !noneToRead && (readsNoPins() || isError || (!session.hello && !hasPins()));
    m_pins->setVisible(wantsPins);
    m_flash->setVisible(wantsPins && hasPins());
    m_flash->setEnabled(obstacle.isEmpty());
    m_flash->setToolTip(obstacle);
    m_start->setToolTip(m_start->isEnabled()
                            ? tr("Let the board read its own pins and answer that, until it is stopped")
                        : obstacle.isEmpty() ? noteText()
                                             : obstacle);
    setTone(*m_note, isError ? Tone::Error : Tone::Muted);
    m_note->setText(noteText());
    refreshRecord();
}

QString SensorSource::noteText() const
{
    const LiveSession::State& session = m_line.session();
    const Board& board = m_document.board();
    const bool isKnown = session.hello && session.hello->hasSensors;
    if (board.analogPins.empty() && !isKnown)
        return tr("Broto reads no pins of the %1. It can be asked by sliders and by test rows.")
            .arg(QString::fromStdString(board.name));
    if (!isKnown && !hasPins())
        return tr("No pins are chosen: say which one measures what, then build and upload.");
    if (readsNoPins())
        return tr("The board's program reads no pins yet: build and upload it again.");
    if (session.sensingEnded)
        return messageText(*session.sensingEnded);
    if (session.senses && session.due > 0)
        return tr("%Ln reading(s) until the next answer", nullptr, session.due);
    if (session.readings > 0)
        return tr("%Ln reading(s) of the pins", nullptr, static_cast<int>(session.readings));
    return tr("What the board's own pins give, again and again. The sliders show it.");
}

Result<CapturedRows> SensorSource::forTable(const std::vector<std::vector<float>>& rows) const
{
    const auto& source = m_document.project().source;
    if (!source)
        return message("device.no-table-for-rows",
                       BROTO_TEXT("core", "There is no table that the rows could be added to: open it on the Data "
                                          "page."));
    return rowsForTable(rows, m_label->currentText().trimmed().toStdString(), m_variant->model, *source->table);
}

void SensorSource::refreshRecord()
{
    const bool any = m_variant && !m_recorded.empty();
    m_label->setVisible(any);
    m_add->setVisible(any);
    m_recordNote->setVisible(any || m_added > 0);
    const QString added =
        m_added > 0 ? tr("%Ln row(s) were added to the table.", nullptr, static_cast<int>(m_added)) : QString();
    if (!any) {
        m_recordNote->setText(added);
        return;
    }
    const Result<CapturedRows> rows = forTable({}); // whether they fit
    m_add->setText(tr("Add %Ln row(s)", nullptr, static_cast<int>(m_recorded.size())));
    m_add->setEnabled(rows && m_adding == 0);
    m_add->setToolTip(rows ? tr("Put what the board has read behind the rows of the table; it can be undone")
                           : messageText(rows.error()));
    m_recordNote->setText(rows ? added : messageText(rows.error()));
}

void SensorSource::add()
{
    const Result<CapturedRows> rows = forTable(m_recorded);
    const auto take = [source = QPointer(this)](bool added) {
        if (source)
            source->takeAdded(added);
    };
    if (rows && m_open.addRows(*rows, take))
        m_adding = m_recorded.size();
    refreshRecord();
}

void SensorSource::takeAdded(bool added)
{
    const std::size_t rows = std::exchange(m_adding, 0);
    m_added = added ? rows : 0;
    m_recorded.erase(m_recorded.begin(), m_recorded.begin() + static_cast<std::ptrdiff_t>(m_added));
    refreshRecord();
}

void SensorSource::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SensorSource::retranslate()
{
    m_rate->setAccessibleName(tr("How often the board reads its pins"));
    m_rate->setToolTip(m_rate->accessibleName());
    m_flash->setText(tr("Build, upload and check"));
    const QString target = m_variant ? QString::fromStdString(m_variant->model.decoding.target.name) : QString();
    m_label->lineEdit()->setPlaceholderText(target);
    m_label->setAccessibleName(tr("What the rows are: %1").arg(target));
    m_label->setToolTip(m_label->accessibleName());
    refresh(m_obstacle);
}

}

#include "ui/pages/test_rows_source.h"

#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/jobs/live_line.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/rate_combo.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace broto::ui {

TestRowsSource::TestRowsSource(const Document& document, LiveLine& line, QWidget* parent)
    : QWidget(parent), m_document(document), m_line(line)
{
    m_start = new QPushButton(this);
    m_start->setObjectName(QStringLiteral("streamRows"));
    m_start->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_rate = new RateCombo(this);
    m_rate->setObjectName(QStringLiteral("streamRate"));
    m_progress = new Meter(this);
    m_note = makeLabel(Type::Note, Tone::Muted, this);
    m_note->setObjectName(QStringLiteral("streamNote"));
    m_note->setWordWrap(true);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(space::small);
    choice->addWidget(m_start);
    choice->addWidget(m_rate, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, space::small, 0);
    layout->setSpacing(space::hair);
    layout->addLayout(choice);
    layout->addSpacing(space::hair);
    layout->addWidget(m_progress);
    layout->addWidget(m_note);
    connect(m_start, &QPushButton::clicked, this, &TestRowsSource::startOrStop);
    connect(m_rate, &RateCombo::rateChosen, &line, &LiveLine::setRate);
    retranslate();
}

void TestRowsSource::setVariant(std::shared_ptr<const Variant> variant)
{
    m_variant = std::move(variant);
    m_rows.reset();
    m_problem.reset();
}

void TestRowsSource::startOrStop()
{
    if (m_line.session().streams) {
        m_line.stopStream();
        return;
    }
    Result<LiveRows> rows = testRowsFor(*m_document.dataset(), m_variant->model);
    m_problem.reset();
    if (!rows) {
        m_problem = rows.error();
        refresh(m_obstacle);
        return;
    }
    m_rows = std::make_shared<const LiveRows>(*std::move(rows));
    emit startWanted();
}

void TestRowsSource::begin()
{
    m_line.stream(m_rows, m_rate->rate());
}

void TestRowsSource::refresh(const QString& obstacle)
{
    m_obstacle = obstacle;
    const bool streams = m_line.session().streams;
    m_start->setEnabled(streams || (obstacle.isEmpty() && m_document.dataset()));
    m_start->setText(streams ? tr("Stop") : tr("Stream test rows"));
    m_start->setIcon(icon(streams ? QStringLiteral("stop") : QStringLiteral("play")));
    m_start->setToolTip(m_start->isEnabled() ? tr("Send the test rows to the board one after the other, from the first")
                        : obstacle.isEmpty() ? noteText()
                                             : obstacle);
    setTone(*m_note, m_problem ? Tone::Error : Tone::Muted);
    m_note->setText(noteText());
    const std::size_t rows = m_rows ? m_rows->truths.size() : 0;
    m_progress->setFraction(rows > 0 ? static_cast<double>(m_line.session().streamed) / static_cast<double>(rows) : 0);
}

QString TestRowsSource::noteText() const
{
    if (m_problem)
        return messageText(*m_problem);
    if (!m_document.dataset())
        return tr("Test rows come from a table: open one on the Data page.");
    const auto rows = static_cast<std::int64_t>(m_rows ? m_rows->truths.size() : 0);
    const auto done = static_cast<std::int64_t>(m_line.session().streamed);
    if (rows > 0 && done > 0)
        return tr("Row %1 of %2").arg(countText(done), countText(rows));
    return tr("Rows that the training has never seen, one after the other.");
}

void TestRowsSource::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TestRowsSource::retranslate()
{
    m_rate->setAccessibleName(tr("How fast rows are sent"));
    m_rate->setToolTip(m_rate->accessibleName());
    refresh(m_obstacle);
}

}

#include "ui/pages/check_verdict.h"

#include "device/tools.h"
#include "device/verdict.h"
#include "export/cost_estimate.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/live_texts.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

/// Of one answer, in the middle of all: "1.9 ms"; of an emulator without cycles "30,512 instructions".
QString usualTimeText(const BoardReport& report)
{
    const double time = answerTimes({report.times.begin(), report.times.end()}).usual;
    const auto known = microseconds(time, report);
    return answerTimeText(known.value_or(time), known ? TimeUnit::Microseconds : report.timeUnit);
}

}

CheckVerdict::CheckVerdict(const Document& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_verdict(makeLabel(Type::Number, Tone::Good, this)),
      m_note(makeLabel(Type::Text, Tone::Muted, this))
{
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_note->setObjectName(QStringLiteral("verdictNote"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::medium, 0, 0);
    layout->setSpacing(space::small);
    for (QLabel* label : {m_verdict, m_note}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    refresh();
}

QString CheckVerdict::text() const
{
    return m_verdict->text();
}

void CheckVerdict::refresh()
{
    const auto& check = m_document.boardSession().check;
    setVisible(check != nullptr);
    if (!check)
        return;
    const BoardReport& report = check->report;
    const bool stale = m_document.state(Stage::Device) == StageState::Stale;
    setTone(*m_verdict, stale ? Tone::Muted : agrees(report) ? Tone::Good : Tone::Error);
    m_verdict->setText(messageText(verdictOf(report)));
    m_note->setText(report.firstDifference ? messagesText(whereTheyPart(report)) : timesText());
}

QString CheckVerdict::timesText() const
{
    const CheckedBoard& check = *m_document.boardSession().check;
    QString text = tr("%1 answered as %2, in %3 each.")
                       .arg(QString::fromStdString(check.report.board.boardName), QString::fromStdString(check.variant),
                            usualTimeText(check.report));
    if (const QString estimate = estimateText(); !estimate.isEmpty())
        text += QLatin1Char(' ') + estimate;
    return text;
}

/// What was expected of the variant that was checked, if it and its board are still the chosen ones. Estimates are of
/// compiled programs.
QString CheckVerdict::estimateText() const
{
    const BoardSession& session = m_document.boardSession();
    const BoardReport& report = session.check->report;
    const BoardHello& answered = report.board;
    const Board& board = m_document.board();
    if (session.firmware && session.firmware->firmware.isPrepared)
        return tr("It is the ready-made program, which takes its time: with %1 a faster one is compiled.")
            .arg(QString::fromStdString(compilerOf(findBoard(session.firmware->boardId).value())));
    const auto& variants = m_document.project().variants;
    const auto variant = std::ranges::find_if(
        variants, [&answered](const auto& each) { return modelId(each->model) == answered.modelId; });
    if (variant == variants.end() || board.name != answered.boardName || !microseconds(0, report))
        return {};
    const CostEstimate estimate = estimateCost((*variant)->model, board);
    const QString all = microsecondsText(estimate.outputMicroseconds), one = microsecondsText(estimate.microseconds);
    return all == one
               ? tr("%1 were estimated.").arg(all)
               : tr("%1 were estimated with every score, as the check asks for them, and %2 for the class alone.")
                     .arg(all, one);
}

void CheckVerdict::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

}

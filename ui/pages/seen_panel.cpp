#include "ui/pages/seen_panel.h"

#include "ui/widgets/answers_over_time.h"
#include "ui/widgets/answers_plot.h"
#include "ui/widgets/confusion_map.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/live_texts.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/time_bars.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int redrawMs = 66;
constexpr int leastPicture = 150;
}

SeenPanel::SeenPanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    makeFacts();
    makeViews();
    m_redraw.setSingleShot(true);
    m_redraw.setInterval(redrawMs);
    connect(&m_redraw, &QTimer::timeout, this, &SeenPanel::draw);
    connect(m_clear, &QPushButton::clicked, this, &SeenPanel::clear);
    connect(m_save, &QPushButton::clicked, this, &SeenPanel::saveWanted);
    retranslate();
}

/// Agreement on the left, time on the right.
void SeenPanel::makeFacts()
{
    QFrame* card = makeCard(this);
    m_agreement = makeLabel(Type::Heading, Tone::Plain, card);
    m_agreement->setObjectName(QStringLiteral("agreement"));
    m_meter = new Meter(card);
    m_quality = makeLabel(Type::Note, Tone::Muted, card);
    m_quality->setObjectName(QStringLiteral("boardQuality"));
    m_time = makeLabel(Type::Text, Tone::Muted, card);
    m_time->setObjectName(QStringLiteral("usualTime"));
    m_times = new TimeBars(card);
    auto* agreement = new QVBoxLayout;
    agreement->setSpacing(space::small);
    agreement->addWidget(m_agreement);
    agreement->addWidget(m_meter);
    agreement->addWidget(m_quality);
    agreement->addStretch(1);
    auto* times = new QVBoxLayout;
    times->setSpacing(space::hair);
    times->addWidget(m_time);
    times->addWidget(m_times);
    auto* both = new QHBoxLayout;
    both->setSpacing(space::huge);
    both->addLayout(agreement, 3);
    both->addLayout(times, 2);
    m_difference = makeLabel(Type::Text, Tone::Error, card);
    m_difference->setObjectName(QStringLiteral("firstDifference"));
    m_difference->setWordWrap(true);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::medium, space::small, space::medium, space::small);
    column->setSpacing(space::small);
    column->addLayout(both);
    column->addWidget(m_difference);
    layout()->addWidget(card);
}

void SeenPanel::makeViews()
{
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("seenViews"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_stack = new QStackedWidget(this);
    m_stack->setMinimumHeight(leastPicture);
    m_confusion = new ConfusionMap(m_stack);
    m_answers = new AnswersPlot(m_stack);
    m_overTime = new AnswersOverTime(m_stack);
    for (QWidget* view : std::initializer_list<QWidget*>{m_overTime, m_confusion, m_answers})
        m_stack->addWidget(view);
    m_kept = makeLabel(Type::Note, Tone::Muted, this);
    m_kept->setObjectName(QStringLiteral("keptNote"));
    m_clear = new QPushButton(this);
    m_clear->setObjectName(QStringLiteral("clearSeen"));
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("saveSeen"));
    for (QPushButton* button : {m_clear, m_save})
        setKind(*button, ButtonKind::Quiet);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::small);
    foot->addWidget(m_kept, 1);
    foot->addWidget(m_clear);
    foot->addWidget(m_save);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
    connect(m_tabs, &QTabBar::currentChanged, this, &SeenPanel::draw);
}

void SeenPanel::setTarget(const Target& target)
{
    m_target = target;
    clear();
    retranslate();
}

void SeenPanel::clear()
{
    m_history = LiveHistory(m_target);
    draw();
}

void SeenPanel::add(const std::vector<LiveAnswer>& answers)
{
    for (const LiveAnswer& answer : answers) {
        if (answer.question.testRow == std::size_t(0))
            beginStream();
        m_history.add(answer);
    }
    drawSoon();
}

void SeenPanel::beginStream()
{
    m_history.beginStream();
    m_tabs->setCurrentIndex(1);
}

void SeenPanel::setTruthIsKnown(bool known)
{
    if (!known)
        m_tabs->setCurrentIndex(0);
    m_tabs->setTabVisible(1, known);
}

/// Pictures cost more than numbers: several answers share one.
void SeenPanel::drawSoon()
{
    if (isVisible() && !m_redraw.isActive())
        m_redraw.start();
}

void SeenPanel::draw()
{
    const Metrics metrics = m_history.metrics();
    drawFacts(metrics);
    const bool classes = m_target.task == Task::Classification;
    if (m_tabs->currentIndex() == 0) {
        m_overTime->show(m_history.points(AnswersOverTime::newest), m_target);
        m_stack->setCurrentWidget(m_overTime);
    } else {
        drawMatrix(metrics);
        m_stack->setCurrentWidget(classes ? static_cast<QWidget*>(m_confusion) : m_answers);
    }
}

void SeenPanel::drawFacts(const Metrics& metrics)
{
    const auto answers = static_cast<std::int64_t>(m_history.answers());
    const auto same = static_cast<std::int64_t>(m_history.same());
    const Colours colours = coloursFor(palette());
    setTone(*m_agreement, answers == 0 ? Tone::Muted : same == answers ? Tone::Good : Tone::Error);
    m_agreement->setText(answers == 0 ? tr("Nothing was asked yet")
                                      : tr("%1 of %2 identical").arg(countText(same), countText(answers)));
    m_meter->setFraction(answers == 0 ? 0 : static_cast<double>(same) / static_cast<double>(answers));
    m_meter->setColour(same == answers ? colours.good : colours.error);
    const auto& first = m_history.firstDifference();
    m_difference->setVisible(first.has_value());
    if (first)
        m_difference->setText(differenceText(*first));
    AnswerTimes times = m_history.times(TimeBars::ranges);
    m_time->setText(times.counts.empty() ? tr("Time per answer")
                                         : tr("%1 per answer").arg(answerTimeText(times.usual, m_history.timeUnit())));
    m_times->show(std::move(times), m_history.timeUnit());
    const auto kept = static_cast<std::int64_t>(m_history.kept().size());
    m_kept->setText(answers > kept ? tr("The last %1 of %2 answers are kept.").arg(countText(kept), countText(answers))
                                   : tr("Up to %1 answers are kept.").arg(countText(LiveHistory::most)));
    const QString nothing = tr("Nothing was asked yet");
    m_clear->setEnabled(answers > 0);
    m_clear->setToolTip(answers > 0 ? tr("Forget what was asked and answered so far") : nothing);
    m_save->setEnabled(answers > 0);
    m_save->setToolTip(answers > 0 ? tr("A CSV file with the time, the features, both answers and the time each took")
                                   : nothing);
    const auto rows = static_cast<std::int64_t>(m_history.rowsOfStream());
    m_quality->setText(rows == 0 ? QString()
                                 : tr("%1 %2 on %Ln test row(s)", nullptr, static_cast<int>(rows))
                                       .arg(metricName(m_target.task), metricText(m_target.task, metrics.headline)));
}

void SeenPanel::drawMatrix(const Metrics& metrics)
{
    if (m_target.task == Task::Classification)
        m_confusion->show(m_target.classes, metrics.confusion);
    else
        m_answers->show(answerPoints(m_history.truths(), m_history.told()), AnswersPlot::Kind::Answers, m_target);
}

void SeenPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SeenPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    draw();
}

void SeenPanel::retranslate()
{
    const bool classes = m_target.task == Task::Classification;
    m_tabs->setTabText(0, tr("Over time"));
    m_tabs->setTabToolTip(0, tr("The board's newest answers, one after the other"));
    m_tabs->setTabText(1, classes ? tr("Confusion matrix") : tr("Predicted against actual"));
    m_tabs->setTabToolTip(1, tr("The board's answers to the test rows against what the table says"));
    m_tabs->setAccessibleName(tr("What is shown of the answers"));
    m_agreement->setToolTip(tr("How many of the board's answers are the workbench's, to the bit"));
    m_clear->setText(tr("Clear"));
    m_save->setText(tr("Save…"));
    draw();
}

}

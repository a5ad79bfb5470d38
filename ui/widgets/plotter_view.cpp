#include "ui/widgets/plotter_view.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/live_plot.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int spans[] = {5, 10, 30, 60, 0}; ///< seconds; 0: all that is kept
constexpr int firstSpan = 1;
}

PlotterView::PlotterView(QWidget* parent)
    : QWidget(parent),
      m_spanLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_span(new QComboBox(this)),
      m_pause(new QPushButton(this)),
      m_clear(new QPushButton(this)),
      m_stack(new QStackedWidget(this)),
      m_plot(new LivePlot(m_stack)),
      m_note(makeLabel(Type::Note, Tone::Muted, this))
{
    m_span->setObjectName(QStringLiteral("plotterSpan"));
    m_pause->setObjectName(QStringLiteral("plotterPause"));
    m_clear->setObjectName(QStringLiteral("plotterClear"));
    m_plot->setObjectName(QStringLiteral("plotter"));
    m_note->setObjectName(QStringLiteral("plotterNote"));
    m_note->setWordWrap(true);
    m_pause->setCheckable(true);
    m_spanLabel->setBuddy(m_span);
    for (const int seconds : spans)
        m_span->addItem(QString(), seconds);
    m_span->setCurrentIndex(firstSpan);
    for (QPushButton* button : {m_pause, m_clear})
        setKind(*button, ButtonKind::Quiet);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(space::small);
    tools->addWidget(m_spanLabel);
    tools->addWidget(m_span);
    tools->addStretch(1);
    tools->addWidget(m_pause);
    tools->addWidget(m_clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(tools);
    QFrame* empty = makeCard(m_stack);
    m_empty = makeLabel(Type::Text, Tone::Muted, empty);
    m_empty->setObjectName(QStringLiteral("plotterEmpty"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto* emptyLayout = new QVBoxLayout(empty);
    emptyLayout->setContentsMargins(space::huge, space::huge, space::huge, space::huge);
    emptyLayout->addWidget(m_empty);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_plot);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_note);
    connect(m_span, &QComboBox::currentIndexChanged, this, &PlotterView::draw);
    connect(m_plot, &PlotCanvas::resized, this, &PlotterView::draw);
    connect(m_clear, &QPushButton::clicked, this, &PlotterView::clear);
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        if (!paused)
            draw();
        retranslate();
    });
    retranslate();
}

void PlotterView::take(const std::vector<TimedLine>& lines)
{
    for (const TimedLine& line : lines)
        m_history.add(line.text, line.seconds);
    if (isVisible() && !m_pause->isChecked())
        draw();
}

void PlotterView::setListening(bool listens)
{
    m_listens = listens;
    sayWhatIsShown();
}

void PlotterView::clear()
{
    m_history = {};
    draw();
}

void PlotterView::draw()
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(m_history.channels(), LivePlot::mostLines); ++i) {
        const LineChannel& channel = m_history.channel(i);
        const QString name = QString::fromStdString(channel.name);
        names << (channel.unit.empty() ? name : tr("%1 (%2)").arg(name, QString::fromStdString(channel.unit)));
    }
    m_plot->show(m_history.stretch(m_span->currentData().toDouble(), m_plot->stepsAcross(), LivePlot::mostLines),
                 names);
    sayWhatIsShown();
}

void PlotterView::sayWhatIsShown()
{
    const std::size_t channels = m_history.channels();
    refreshButtons();
    m_stack->setCurrentIndex(channels == 0 ? 0 : 1);
    m_empty->setText(m_listens
                         ? tr("No line with numbers has come yet: “1.5,2”, “1,5;2” and “temp:20.5 hum:60” are such.")
                         : tr("Press Listen: the numbers that the board prints are drawn here over time."));
    m_note->setVisible(channels > 0);
    if (channels > LivePlot::mostLines)
        m_note->setText(tr("The first %1 channels are drawn.").arg(LivePlot::mostLines));
    else
        m_note->setText(
            m_pause->isChecked()
                ? tr("Held still: zoom with the mouse wheel.")
                : tr("The last %1 points of each channel are kept.").arg(countText(LineHistory::mostPoints)));
}

/// What there is nothing for cannot be pressed.
void PlotterView::refreshButtons()
{
    const bool any = m_history.channels() > 0;
    m_clear->setEnabled(any);
    m_clear->setToolTip(any ? tr("Forget the numbers so far") : tr("Nothing is drawn yet."));
    m_pause->setEnabled(any || m_pause->isChecked());
    m_pause->setToolTip(m_pause->isEnabled() ? tr("Hold the lines still; what comes meanwhile is kept")
                                             : tr("Nothing is drawn yet."));
}

void PlotterView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlotterView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_pause->isChecked())
        draw();
}

void PlotterView::retranslate()
{
    m_spanLabel->setText(tr("Show"));
    m_span->setAccessibleName(tr("How much is shown"));
    for (int i = 0; i < m_span->count(); ++i) {
        const int seconds = m_span->itemData(i).toInt();
        m_span->setItemText(i, seconds > 0 ? tr("the last %1 s").arg(seconds) : tr("all that is kept"));
    }
    m_pause->setText(m_pause->isChecked() ? tr("Go on") : tr("Pause"));
    m_clear->setText(tr("Clear"));
    sayWhatIsShown();
}

}

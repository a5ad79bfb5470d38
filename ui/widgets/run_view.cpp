#include "ui/widgets/run_view.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

namespace broto::ui {

namespace {
constexpr int roomyRunHeight = 300;   ///< from here on there is room for an explanation
constexpr int numbersRunHeight = 260; ///< and from here on for numbers in more than one line
}

RunView::RunView(QWidget* parent)
    : QWidget(parent),
      m_bar(new QHBoxLayout),
      m_barWidget(new QWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_message(makeLabel(Type::Heading, Tone::Muted, m_stack)),
      m_numbers(makeLabel(Type::Note, Tone::Plain, this)),
      m_numbersInLine(makeElidedLabel(Type::Note, Tone::Plain, {}, this)),
      m_explanation(makeLabel(Type::Note, Tone::Muted, this))
{
    m_barWidget->setLayout(m_bar);
    m_bar->setContentsMargins(0, 0, 0, 0);
    m_bar->setSpacing(space::small);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("viewMessage"));
    m_numbers->setObjectName(QStringLiteral("viewNumbers"));
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_numbers, m_explanation}) {
        label->setWordWrap(true);
        label->setVisible(false);
    }
    m_stack->addWidget(m_message);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_barWidget);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_numbers);
    layout->addWidget(m_numbersInLine);
    layout->addWidget(m_explanation);
    connect(&m_runner, &JobRunner::finished, this, &RunView::refreshIfVisible);
    retranslateAll();
}

void RunView::show(const ViewedRun& run)
{
    const bool otherData = run.dataset != m_run.dataset;
    if (!otherData && run.network == m_run.network && run.settings == m_run.settings)
        return;
    m_run = run;
    m_outdated = false; // until there are choices for other data
    if (otherData || !run.network)
        m_runner.cancel();
    if (otherData && run.dataset)
        offerChoices();
    const bool something = run.network && run.dataset;
    m_stack->setCurrentIndex(something ? 1 : 0);
    m_barWidget->setEnabled(something);
    placeTexts();
    m_outdated = true;
    refreshIfVisible();
}

void RunView::restart()
{
    m_runner.cancel();
    m_outdated = true;
    refreshIfVisible();
}

void RunView::setBody(QWidget* body)
{
    m_stack->addWidget(body);
}

void RunView::setNumbers(const QString& numbers)
{
    m_numbers->setText(numbers);
    m_numbersInLine->setText(numbers);
    m_numbersInLine->setToolTip(numbers);
    placeTexts();
}

void RunView::setExplanation(const QString& explanation)
{
    m_explanation->setText(explanation);
    placeTexts();
}

void RunView::placeTexts()
{
    const bool something = m_stack->currentIndex() > 0;
    const bool numbers = something && !m_numbers->text().isEmpty();
    m_numbers->setVisible(numbers && height() >= numbersRunHeight);
    m_numbersInLine->setVisible(numbers && height() < numbersRunHeight);
    m_explanation->setVisible(something && height() >= roomyRunHeight && !m_explanation->text().isEmpty());
}

void RunView::refreshIfVisible()
{
    if (!m_outdated || !isVisible() || m_runner.current() || !m_run.network || !m_run.dataset)
        return;
    m_outdated = false;
    refresh();
}

void RunView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateAll();
        retranslate();
        restart();
    }
    QWidget::changeEvent(event);
}

void RunView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeTexts();
}

void RunView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refreshIfVisible();
}

void RunView::retranslateAll()
{
    m_message->setText(tr("Train the network to see what it has learned."));
}

}

#include "ui/widgets/folds_view.h"

#include "ui/document/message_text.h"
#include "ui/models/folds_model.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>

namespace broto::ui {

namespace {
constexpr int usualFolds = 5;
constexpr int mostFolds = 20;
constexpr int foldCountWidth = 88;
constexpr int foldHeight = 24;
constexpr int roomyFoldsHeight = 300; ///< from here on there is room for an explanation
}

FoldsView::FoldsView(QWidget* parent)
    : QWidget(parent),
      m_countLabel(makeLabel(Type::Text, Tone::Plain, this)),
      m_count(new QSpinBox(this)),
      m_start(new QPushButton(this)),
      m_model(new FoldsModel(this)),
      m_table(new QTableView(this)),
      m_empty(makeLabel(Type::Heading, Tone::Muted, this)),
      m_stack(new QStackedWidget(this)),
      m_summary(makeLabel(Type::Heading, Tone::Plain, this)),
      m_note(makeLabel(Type::Note, Tone::Muted, this))
{
    m_count->setObjectName(QStringLiteral("folds"));
    m_count->setRange(2, mostFolds);
    m_count->setValue(usualFolds);
    setTextWidth(*m_count, foldCountWidth);
    m_start->setObjectName(QStringLiteral("trainFolds"));
    m_table->setObjectName(QStringLiteral("foldResults"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    setRowHeight(*m_table, foldHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_summary->setObjectName(QStringLiteral("foldsSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_note->setWordWrap(true);
    m_stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // as high as the other views
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_countLabel->setBuddy(m_count);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(space::small);
    bar->addWidget(m_countLabel);
    bar->addWidget(m_count);
    bar->addWidget(m_start);
    bar->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::small, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_note);
    connect(m_start, &QPushButton::clicked, this, [this] { emit wanted(m_count->value()); });
    retranslate();
}

void FoldsView::show(const FoldsState& state)
{
    m_state = state;
    refresh();
}

void FoldsView::refresh()
{
    const bool something = m_state.running || !m_state.folds.empty() || m_state.problem;
    if (m_start->hasFocus() && m_state.running)
        m_table->setFocus(); // rather than to what happens to be next
    m_start->setEnabled(m_state.mayStart);
    m_count->setEnabled(m_state.mayStart);
    m_model->setFolds(m_state.folds, m_state.task);
    m_stack->setCurrentIndex(something ? 1 : 0);
    m_summary->setVisible(something);
    m_summary->setText(summary());
    setTone(*m_summary, m_state.problem ? Tone::Error : Tone::Plain);
    const bool outdated = something && !m_state.current;
    m_note->setText(outdated ? tr("Data, network or settings have been changed since: train the folds again.")
                             : tr("The deviation says how much of a result is a matter of which rows are for the test: "
                                  "two networks that lie closer together are hardly told apart."));
    m_note->setVisible(outdated || (something && height() >= roomyFoldsHeight));
}

QString FoldsView::summary() const
{
    if (m_state.running)
        return tr("Fold %1 of %2 is being trained.")
            .arg(countText(static_cast<int>(m_state.folds.size()) + 1), countText(m_state.planned));
    if (m_state.problem)
        return messageText(*m_state.problem);
    if (!m_state.result)
        return tr("Cancelled before the last fold.");
    return tr("%1 on the test rows of %n fold(s): %2 ± %3 (mean and deviation)", nullptr,
              static_cast<int>(m_state.folds.size()))
        .arg(metricName(m_state.task), metricText(m_state.task, m_state.result->mean),
             metricText(m_state.task, m_state.result->deviation));
}

void FoldsView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void FoldsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FoldsView::retranslate()
{
    m_countLabel->setText(tr("Folds"));
    m_count->setToolTip(tr("Into how many equal parts the rows are divided; each is the test once."));
    m_start->setText(tr("Train every fold"));
    m_start->setToolTip(
        tr("Trains the network once for each fold, from the same seed. Project and runs stay as they are."));
    m_empty->setText(tr("Is it skill or luck? Train the network once for every fold, each time with other rows for the "
                        "test, and see how far the results lie apart."));
    m_table->setAccessibleName(tr("Results of the folds"));
    m_model->retranslate();
    refresh();
}

}

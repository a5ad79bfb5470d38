#include "ui/widgets/runs_panel.h"

#include "training/run_difference.h"
#include "ui/document/message_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/training_texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTableView>

#include <algorithm>
#include <functional>

namespace broto::ui {

namespace {
constexpr int runHeight = 24;
constexpr int differenceHeight = 36; ///< two lines
}

RunsPanel::RunsPanel(QWidget* parent)
    : QWidget(parent),
      m_model(new RunsModel(this)),
      m_table(new QTableView(this)),
      m_bar(new QWidget(this)),
      m_difference(makeLabel(Type::Note, Tone::Muted, this)),
      m_use(new QPushButton(this)),
      m_delete(new QPushButton(this))
{
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    setRowHeight(*m_table, runHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // It is mostly the layers that tell runs apart: where there is little room, the optimizer's name is cut.
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::OptimizerName, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_difference->setObjectName(QStringLiteral("runDifference"));
    m_difference->setWordWrap(true);
    m_difference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_use->setObjectName(QStringLiteral("useRun"));
    m_delete->setObjectName(QStringLiteral("deleteRun"));
    setKind(*m_delete, ButtonKind::Quiet);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(space::small);
    auto* scroll = m_differenceScroll = new QScrollArea(m_bar); // two runs may differ in more than there is room for
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    setTextHeight(*scroll, differenceHeight);
    scroll->setWidget(m_difference);
    m_difference->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    bar->addWidget(scroll, 1);
    bar->addWidget(m_use, 0, Qt::AlignTop);
    bar->addWidget(m_delete, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
    connect(m_model, &RunsModel::tickedChanged, this, &RunsPanel::tickedChanged);
    connect(m_model, &RunsModel::modelReset, this, &RunsPanel::refreshSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::refreshSelection);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() != RunsModel::Number) // there is a box to tick
            m_use->click();
    });
    connect(m_use, &QPushButton::clicked, this, [this] {
        m_table->setFocus(); // the buttons are disabled next
        emit useWanted(m_model->run(selectedRows().front())->number);
    });
    connect(m_delete, &QPushButton::clicked, this, [this] {
        m_table->setFocus();
        emit deleteWanted(m_model->run(selectedRows().front())->number);
    });
    auto* deleteKey = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, m_delete, &QPushButton::click);
    auto* useKey = new QShortcut(Qt::Key_Return, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(useKey, &QShortcut::activated, m_use, &QPushButton::click);
    retranslate();
}

void RunsPanel::show(const std::vector<RunsModel::Run>& runs, const RunsModel::Run& current, bool mayUse)
{
    m_mayUse = mayUse;
    m_model->setRuns(runs, current);
    refreshSelection();
    setVisible(!runs.empty());
    m_bar->setVisible(runs.size() > 1);
    fitTable();
}

/// Never lower than shows that there are more.
void RunsPanel::fitTable()
{
    const int row = m_table->verticalHeader()->defaultSectionSize();
    const int header = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    const int rows = m_model->rowCount();
    m_table->setMinimumHeight(header + (rows > 2 ? 5 * row / 2 : rows * row));
    m_table->updateGeometry();
}

std::vector<int> RunsPanel::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows, std::greater()); // the newest stands first in the table
    return rows;
}

void RunsPanel::refreshSelection()
{
    const std::vector<int> rows = selectedRows();
    const bool one = rows.size() == 1 && !m_model->isCurrent(rows.front());
    m_use->setEnabled(one && m_mayUse);
    m_delete->setEnabled(one);
    if (rows.size() == 2)
        m_difference->setText(differenceText(*m_model->run(rows[0]), *m_model->run(rows[1])));
    else
        m_difference->setText(m_model->rowCount() > 1 ? tr("Select two runs to read what differs.") : QString());
}

QString RunsPanel::differenceText(const TrainedNetwork& before, const TrainedNetwork& after) const
{
    QStringList sentences;
    for (const Message& difference : runDifferences(before, after))
        sentences << messageText(withShownNames(difference));
    if (sentences.isEmpty())
        return tr("Runs %1 and %2 do not differ.").arg(before.number).arg(after.number);
    return tr("From run %1 to run %2:").arg(before.number).arg(after.number) + u' ' + sentences.join(u' ');
}

void RunsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RunsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Runs"));
    m_differenceScroll->setAccessibleName(tr("What differs between the chosen runs"));
    m_use->setText(tr("Use this run"));
    m_use->setToolTip(
        tr("Brings the run back with its network and settings; the current one stays in the table (Enter)."));
    m_delete->setText(tr("Delete"));
    m_delete->setToolTip(tr("Takes the run out of the project; it can be undone (Del)."));
    m_model->retranslate();
    refreshSelection();
}

}

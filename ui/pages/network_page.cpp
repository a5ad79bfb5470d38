#include "ui/pages/network_page.h"

#include "export/cost_estimate.h"
#include "ui/commands/change_network_design.h"
#include "ui/document/document.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/training_job.h"
#include "ui/pages/training_half.h"
#include "ui/widgets/budget_bar.h"
#include "ui/widgets/checks_note.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/grip_splitter.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/network_view.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

QStringList shownNames(const std::vector<std::string>& names)
{
    QStringList shown;
    for (const std::string& name : names)
        shown << QString::fromStdString(name);
    return shown;
}

}

NetworkPage::NetworkPage(Document& document, JobRunner& runner, TrainingJob& training, QWidget* parent)
    : StagePage(Stage::Network, document, parent),
      m_runner(runner),
      m_training(training),
      m_checks(new ChecksNote(document, this)),
      m_halves(new GripSplitter(Qt::Horizontal, this))
{
    m_halves->addWidget(makeNetworkHalf());
    QFrame* card = makeCard(this);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    m_half = new TrainingHalf(document, runner, training, card);
    auto* scroll = new ColumnScroll(card); // on a low screen the window must not grow beyond it
    scroll->hold(m_half);
    inside->addWidget(scroll);
    m_halves->addWidget(card);
    content().addWidget(m_checks);
    content().addWidget(m_halves, 1);

    connect(&primaryButton(), &QPushButton::clicked, this, &NetworkPage::takePrimary);
    connect(m_checks, &ChecksNote::checksWanted, this, [this] { emit stageWanted(Stage::Data); });
    connect(&document, &Document::networkChanged, this, &NetworkPage::refreshNetwork);
    connect(&document, &Document::trainChanged, this, &NetworkPage::refreshTraining);
    connect(&runner, &JobRunner::started, this, &NetworkPage::refreshTraining);
    connect(&runner, &JobRunner::finished, this, &NetworkPage::refreshTraining);
    connect(&training, &TrainingJob::began, this, [this] {
        refreshTraining();
        if (isVisible())
            m_half->focusPause();
    });
    connect(&training, &TrainingJob::news, this, [this] { m_view->setWeights(m_training.network()); });
    retranslate();
}

void NetworkPage::openAs(Stage stage)
{
    setStage(stage);
    const int all = m_halves->width();
    m_halves->setSizes(stage == Stage::Network ? QList<int>{all * 58 / 100, all * 42 / 100}
                                               : QList<int>{all * 42 / 100, all * 58 / 100});
    retranslate();
    refreshBlocked();
}

QWidget* NetworkPage::makeNetworkHalf()
{
    auto* half = new QWidget(this);
    QFrame* card = makeCard(half);
    auto* scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    m_view = new NetworkView;
    m_view->setObjectName(QStringLiteral("network"));
    setLeastTextWidth(*scroll, 200);
    scroll->setWidget(m_view);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(space::hair, space::hair, space::hair, space::hair);
    inside->addWidget(scroll);
    m_budget = new BudgetBar(half);
    m_budget->setObjectName(QStringLiteral("budget"));
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(card, 1);
    layout->addWidget(m_budget);
    connect(m_view, &NetworkView::designWanted, this, [this](const NetworkDesign& design) {
        document().history().push(new ChangeNetworkDesign(document(), design));
    });
    return half;
}

void NetworkPage::retranslate()
{
    if (stage() == Stage::Network)
        setTitle(stageName(stage()), tr("Choose how many layers and neurons there are; the bar says what they cost."));
    else
        setTitle(stageName(stage()), tr("Watch the loss fall on rows it learns from and on rows it has never seen."));
    refreshNetwork();
    refreshTraining();
}

bool NetworkPage::showsBesideCause(const Message& problem) const
{
    return TrainingHalf::shows(problem) || TrainingHalf::showsBesideResult(problem);
}

void NetworkPage::refreshNetwork()
{
    const auto dataset = document().dataset();
    const NetworkShape shape = document().shape();
    m_view->setDesign(document().project().design, dataset ? dataset->inputs() : 0, dataset ? dataset->outputs() : 0);
    if (dataset) {
        const Target& target = dataset->target;
        const bool classes = target.task == Task::Classification;
        m_view->setNames(shownNames(inputNames(dataset->preprocessing)),
                         classes ? shownNames(target.classes) : shownNames({target.name}));
    }
    m_budget->setVisible(!shape.empty());
    if (shape.empty())
        return;
    const int features = static_cast<int>(dataset->preprocessing.features.size());
    m_budget->show(document().board(), parameterCount(shape),
                   estimateCost(shape, features, Arithmetic::Int8, document().board(), dataset->preprocessing.stream));
}

void NetworkPage::refreshTraining()
{
    const bool running = m_training.running();
    const bool done = document().state(Stage::Train) == StageState::Done;
    const bool next = running || done; // the step after this one
    primaryButton().setText(next ? tr("Compress") : tr("Train"));
    primaryButton().setEnabled(!running && (done || (document().dataset() && !m_runner.current())));
    const auto& trained = document().project().trained;
    const bool belongs = trained && trained->design == document().project().design;
    m_view->setLocked(running);
    if (running)
        m_view->setWeights(m_training.network());
    else
        m_view->setWeights(belongs ? std::shared_ptr<const Network>(trained, &trained->network) : nullptr);
}

void NetworkPage::takePrimary()
{
    if (document().state(Stage::Train) == StageState::Done) {
        emit stageWanted(Stage::Compress);
        return;
    }
    m_training.start();
    emit stageWanted(Stage::Train);
}

/// Space, wherever nothing else wants it.
void NetworkPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && m_training.running())
        m_training.pauseOrResume();
    else
        StagePage::keyPressEvent(event);
}

}

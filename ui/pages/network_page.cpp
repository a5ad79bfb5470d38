#include "ui/pages/network_page.h"

#include "export/cost_estimate.h"
#include "ui/commands/change_network_design.h"
#include "ui/commands/change_training_settings.h"
#include "ui/document/document.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/training_job.h"
#include "ui/widgets/budget_bar.h"
#include "ui/widgets/checks_note.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/network_view.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/plot_panel.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/training_settings_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace broto::ui {

NetworkPage::NetworkPage(Document& document, JobRunner& runner, TrainingJob& training, QWidget* parent)
    : StagePage(Stage::Network, document, parent),
      m_runner(runner),
      m_training(training),
      m_checks(new ChecksNote(document, this)),
      m_halves(new QSplitter(Qt::Horizontal, this))
{
    m_halves->setChildrenCollapsible(false);
    m_halves->setHandleWidth(space::medium);
    m_halves->addWidget(makeNetworkHalf());
    m_halves->addWidget(makeTrainingHalf());
    content().addWidget(m_checks);
    content().addWidget(m_halves, 1);

    secondaryButton().setObjectName(QStringLiteral("trainAgain"));
    connect(&primaryButton(), &QPushButton::clicked, this, &NetworkPage::takePrimary);
    connect(&secondaryButton(), &QPushButton::clicked, &training, &TrainingJob::start);
    connect(m_checks, &ChecksNote::checksWanted, this, [this] { emit stageWanted(Stage::Data); });
    connect(&document, &Document::networkChanged, this, &NetworkPage::refreshNetwork);
    connect(&document, &Document::trainChanged, this, &NetworkPage::refreshTraining);
    connect(&runner, &JobRunner::started, this, &NetworkPage::refreshTraining);
    connect(&runner, &JobRunner::finished, this, &NetworkPage::refreshTraining);
    connect(&training, &TrainingJob::began, this, &NetworkPage::refreshTraining);
    connect(&training, &TrainingJob::news, this, [this] {
        refreshCurves();
        if (!m_training.network().layers.empty())
            m_view->setWeights(m_training.network());
    });
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
    scroll->setFrameShape(QFrame::NoFrame);
    m_view = new NetworkView;
    m_view->setObjectName(QStringLiteral("network"));
    scroll->setMinimumWidth(300);
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

QWidget* NetworkPage::makeTrainingHalf()
{
    QFrame* half = makeCard(this);
    m_settings = new TrainingSettingsBar(half);
    m_loss = new PlotPanel(half);
    m_loss->setCurves(2);
    m_metric = new PlotPanel(half);
    m_metric->setLegendCorner(Qt::AlignBottom | Qt::AlignRight); // the metric rises
    m_metric->setCurves(2);
    m_result = makeLabel(Type::Number, Tone::Plain, half);
    m_result->setObjectName(QStringLiteral("result"));
    m_resultNote = makeLabel(Type::Text, Tone::Muted, half);
    m_resultNote->setWordWrap(true);
    auto* results = new QHBoxLayout;
    results->setSpacing(space::large);
    results->addWidget(m_result);
    results->addWidget(m_resultNote, 1);
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_settings);
    layout->addLayout(results);
    layout->addWidget(m_loss, 1);
    layout->addWidget(m_metric, 1);
    connect(m_settings, &TrainingSettingsBar::settingsWanted, this, [this](const TrainingSettings& settings) {
        document().history().push(new ChangeTrainingSettings(document(), settings));
    });
    return half;
}

void NetworkPage::retranslate()
{
    if (stage() == Stage::Network)
        setTitle(stageName(stage()), tr("Choose how many layers and neurons there are; the bar says what they cost."));
    else
        setTitle(stageName(stage()), tr("Watch the loss fall on rows it learns from and on rows it has never seen."));
    for (PlotPanel* plot : {m_loss, m_metric}) {
        plot->setCurveName(0, tr("Training"));
        plot->setCurveName(1, tr("Validation"));
    }
    m_loss->setAccessibleName(tr("Loss by epoch"));
    m_metric->setAccessibleName(tr("Metric by epoch"));
    secondaryButton().setText(tr("Train again"));
    refreshNetwork();
    refreshTraining();
}

void NetworkPage::refreshNetwork()
{
    const auto dataset = document().dataset();
    const NetworkShape shape = document().shape();
    m_view->setDesign(document().project().design, dataset ? dataset->inputs() : 0, dataset ? dataset->outputs() : 0);
    m_budget->setVisible(!shape.empty());
    if (shape.empty())
        return;
    const int features = static_cast<int>(dataset->preprocessing.features.size());
    m_budget->show(document().board(), parameterCount(shape),
                   estimateCost(shape, features, Storage::Int8, document().board()));
}

void NetworkPage::refreshTraining()
{
    m_settings->show(document().project().training);
    const bool running = m_training.running();
    const bool done = document().state(Stage::Train) == StageState::Done;
    m_settings->setEnabled(!running);
    if (running)
        primaryButton().setText(tr("Stop"));
    else
        primaryButton().setText(done ? tr("Compress") : tr("Train"));
    primaryButton().setEnabled(running || done || (document().dataset() && !m_runner.current()));
    secondaryButton().setVisible(done && !running);
    secondaryButton().setEnabled(!m_runner.current());
    const auto& trained = document().project().trained;
    if (running)
        m_view->setWeights(m_training.network());
    else
        m_view->setWeights(trained ? trained->network : Network{});
    refreshCurves();
    refreshResults();
}

void NetworkPage::refreshCurves()
{
    const auto& trained = document().project().trained;
    const bool live = m_training.running() || !trained;
    const std::vector<EpochRecord>& history = live ? m_training.curve() : trained->history;
    const auto dataset = document().dataset();
    const bool validated = !dataset || dataset->validation.rows() > 0;
    QVector<double> epochs, trainingLoss, validationLoss, trainingMetric, validationMetric;
    for (const EpochRecord& record : history) {
        epochs << record.epoch;
        trainingLoss << static_cast<double>(record.trainingLoss);
        validationLoss << static_cast<double>(record.validationLoss);
        trainingMetric << static_cast<double>(record.trainingMetric);
        validationMetric << static_cast<double>(record.validationMetric);
    }
    m_loss->setData(0, epochs, trainingLoss);
    m_loss->setData(1, validated ? epochs : QVector<double>(), validated ? validationLoss : QVector<double>());
    m_metric->setData(0, epochs, trainingMetric);
    m_metric->setData(1, validated ? epochs : QVector<double>(), validated ? validationMetric : QVector<double>());
    m_loss->setAxisNames(QString(), tr("Loss"));
    m_metric->setAxisNames(tr("Epoch"), dataset ? metricName(dataset->target.task) : tr("Metric"));
    for (PlotPanel* plot : {m_loss, m_metric}) {
        plot->setMarker(live ? 0 : trained->bestEpoch, !live);
        plot->rescale();
    }
}

void NetworkPage::refreshResults()
{
    const auto& trained = document().project().trained;
    const auto dataset = document().dataset();
    if (m_training.running() || !trained || !dataset) {
        m_result->clear();
        m_resultNote->setText(m_training.running() ? QString() : tr("Press Train: the curves appear here."));
        m_result->setVisible(false);
        m_resultNote->setVisible(!m_training.running());
        return;
    }
    const Task task = dataset->target.task;
    m_result->setVisible(true);
    m_resultNote->setVisible(true);
    m_result->setText(metricText(task, trained->test.headline));
    QString note = tr("%1 on the test rows; %2 in training, %3 in validation. Best epoch: %4 of %5.")
                       .arg(metricName(task), metricText(task, trained->training.headline),
                            metricText(task, trained->validation.headline), countText(trained->bestEpoch),
                            countText(static_cast<std::int64_t>(trained->history.size())));
    if (task == Task::Regression)
        note += QLatin1Char(' ') +
                tr("Mean absolute error %1 %2.")
                    .arg(valueText(trained->test.meanAbsoluteError), QString::fromStdString(dataset->target.unit));
    m_resultNote->setText(note);
}

void NetworkPage::takePrimary()
{
    if (m_training.running()) {
        m_runner.stop();
        return;
    }
    if (document().state(Stage::Train) == StageState::Done) {
        emit stageWanted(Stage::Compress);
        return;
    }
    m_training.start();
    emit stageWanted(Stage::Train);
}

}

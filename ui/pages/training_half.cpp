#include "ui/pages/training_half.h"

#include "project/kept_runs.h"
#include "project/variants.h"
#include "training/training_remedy.h"
#include "ui/commands/change_training_settings.h"
#include "ui/commands/delete_run.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/jobs/training_job.h"
#include "ui/pages/run_views.h"
#include "ui/widgets/folds_view.h"
#include "ui/widgets/grip_splitter.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/runs_panel.h"
#include "ui/widgets/training_controls.h"
#include "ui/widgets/training_curves.h"
#include "ui/widgets/training_settings_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace broto::ui {

namespace {
constexpr double runsShare = 0.25; ///< of the height, at most: the rest is for looking at one of them
}

TrainingHalf::TrainingHalf(Document& document, JobRunner& runner, TrainingJob& training, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_runner(runner),
      m_training(training),
      m_folds(document, runner),
      m_controls(new TrainingControls(this)),
      m_settings(new TrainingSettingsBar(this)),
      m_problem(new MessageStrip(this)),
      m_result(makeLabel(Type::Number, Tone::Plain, this)),
      m_resultNote(makeLabel(Type::Text, Tone::Muted, this)),
      m_views(new RunViews(this)),
      m_runs(new RunsPanel(this))
{
    m_result->setObjectName(QStringLiteral("result"));
    m_resultNote->setObjectName(QStringLiteral("resultNote"));
    m_resultNote->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("trainingProblem"));
    auto* results = new QHBoxLayout;
    results->setSpacing(space::large);
    results->addWidget(m_result);
    results->addWidget(m_resultNote, 1);
    results->addStrut(QFontMetrics(fontFor(Type::Number)).height()); // so that nothing moves when there is one
    auto* parts = new GripSplitter(Qt::Vertical, this);
    parts->addWidget(m_views);
    parts->addWidget(m_runs);
    parts->setStretchFactor(0, 1);
    parts->giveLastAtMost(runsShare);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_controls);
    layout->addWidget(m_settings);
    layout->addWidget(m_problem);
    layout->addLayout(results);
    layout->addWidget(parts, 1);

    connect(m_settings, &TrainingSettingsBar::settingsWanted, this, [this](const TrainingSettings& settings) {
        m_document.history().push(new ChangeTrainingSettings(m_document, settings));
    });
    connect(m_controls, &TrainingControls::trainWanted, &training, [this] { m_training.start(); });
    connect(m_controls, &TrainingControls::pauseWanted, &training, &TrainingJob::pauseOrResume);
    connect(m_controls, &TrainingControls::stepWanted, &training, &TrainingJob::step);
    connect(m_controls, &TrainingControls::slowWanted, &training, &TrainingJob::setSlow);
    connect(m_controls, &TrainingControls::stopWanted, &runner, &JobRunner::stop);
    connect(m_controls, &TrainingControls::cancelWanted, &runner, &JobRunner::cancel);
    connect(m_controls, &TrainingControls::moreWanted, &training, &TrainingJob::goOn);
    connect(m_problem, &MessageStrip::closed, this, [this] { m_document.clearProblem(Stage::Train); });
    connect(m_problem, &MessageStrip::actionWanted, this, &TrainingHalf::takeRemedy);
    connect(m_runs, &RunsPanel::tickedChanged, this, &TrainingHalf::refreshCurves);
    connect(m_runs, &RunsPanel::useWanted, &training, &TrainingJob::bringBack);
    connect(m_runs, &RunsPanel::deleteWanted, this, [this](int number) {
        m_document.history().push(new DeleteRun(m_document, findRun(m_document.project(), number)));
    });
    connect(&document, &Document::problemChanged, this, [this] {
        refreshProblem();
        refreshCurves(); // those of a training that failed go with what is said of it
    });
    connect(&document, &Document::trainChanged, this, &TrainingHalf::refresh);
    connect(&runner, &JobRunner::started, this, &TrainingHalf::refresh);
    connect(&runner, &JobRunner::finished, this, &TrainingHalf::refresh);
    connect(&runner, &JobRunner::pausedChanged, this, &TrainingHalf::refresh);
    connect(&training, &TrainingJob::began, this, [this] {
        m_drawn.reset();
        m_views->curves().begin(m_training.curve());
        refresh();
    });
    connect(&training, &TrainingJob::news, this, &TrainingHalf::takeNews);
    connect(&training, &TrainingJob::ended, this, &TrainingHalf::refresh);
    connect(&m_views->folds(), &FoldsView::wanted, &m_folds, &FoldsJob::start);
    connect(&m_folds, &FoldsJob::changed, this, &TrainingHalf::refreshFolds);
}

bool TrainingHalf::shows(const Message& problem)
{
    return problem.id == "training.diverged";
}

bool TrainingHalf::showsBesideResult(const Message& change)
{
    return change.id.starts_with("project.stale-");
}

void TrainingHalf::focusPause()
{
    m_controls->focusPause();
}

void TrainingHalf::refresh()
{
    const Project& project = m_document.project();
    const auto dataset = m_document.dataset();
    m_settings->show(project.training, dataset ? &dataset->target : nullptr, dataset ? dataset->training.rows() : 0);
    m_settings->setEnabled(!m_training.running());
    m_runs->show(allRuns(project), project.trained, !m_runner.current() && m_document.datasetIsCurrent());
    refreshControls();
    refreshProblem();
    refreshResults();
    refreshCurves();
    refreshViews();
    refreshFolds();
}

void TrainingHalf::refreshControls()
{
    const auto& trained = m_document.project().trained;
    TrainingControlState state;
    state.running = m_training.running();
    state.paused = m_training.paused();
    state.slow = m_training.slow();
    state.mayStart = m_document.dataset() && !m_runner.current();
    state.mayGoOn = trained && trained->state && state.mayStart && m_document.state(Stage::Train) == StageState::Done;
    m_controls->show(state);
}

void TrainingHalf::refreshProblem()
{
    const auto& problem = m_document.problem(Stage::Train);
    if (!problem || !shows(*problem)) {
        m_problem->clear();
        return;
    }
    const auto remedy = remedyFor(*problem, m_document.project().training);
    m_problem->setAction(remedy ? tr("Train with a rate of %1").arg(valueText(remedy->learningRate)) : QString(),
                         tr("Lowers the learning rate, which can be undone, and trains again."));
    m_problem->show(Severity::Error, *problem);
}

void TrainingHalf::takeRemedy()
{
    const auto& problem = m_document.problem(Stage::Train);
    const auto remedy = problem ? remedyFor(*problem, m_document.project().training) : std::nullopt;
    if (!remedy || m_runner.current())
        return;
    m_document.history().push(new ChangeTrainingSettings(m_document, *remedy));
    m_training.start();
}

void TrainingHalf::refreshResults()
{
    const auto& trained = m_document.project().trained;
    const auto learned = m_training.dataset();
    const bool running = m_training.running() && learned && !m_training.curve().empty();
    if (running) {
        const EpochRecord& record = m_training.curve().back();
        const bool validated = learned->validation.rows() > 0;
        setTone(*m_result, Tone::Plain);
        m_result->setText(metricText(learned->target.task,
                                     static_cast<double>(validated ? record.validationMetric : record.trainingMetric)));
        m_resultNote->setText(runningNote());
    } else if (!m_training.running() && trained) {
        const auto change = reasonFor(Stage::Train, m_document.project());
        m_result->setText(metricText(taskOf(*trained), trained->test.headline));
        setTone(*m_result, change ? Tone::Muted : Tone::Plain);
        m_resultNote->setText(change ? messageText(*change) : resultNote());
    } else {
        m_result->clear();
        m_resultNote->setText(m_training.running() ? tr("The first epoch runs.")
                                                   : tr("Press Train: the curves appear here."));
    }
    m_result->setVisible(!m_result->text().isEmpty());
}

QString TrainingHalf::runningNote() const
{
    const Dataset& learned = *m_training.dataset();
    const EpochRecord& record = m_training.curve().back();
    const QString name = metricName(learned.target.task);
    const QString epoch = (m_training.paused() ? tr("Paused after epoch %1 of %2.") : tr("Epoch %1 of %2."))
                              .arg(countText(record.epoch), countText(m_training.epochs()));
    if (learned.validation.rows() == 0)
        return tr("%1 in training.").arg(name) + QLatin1Char(' ') + epoch;
    return tr("%1 in validation; %2 in training.")
               .arg(name, metricText(learned.target.task, static_cast<double>(record.trainingMetric))) +
           QLatin1Char(' ') + epoch;
}

QString TrainingHalf::resultNote() const
{
    const TrainedNetwork& trained = *m_document.project().trained;
    const Task task = taskOf(trained);
    QString note = tr("%1 on the test rows; %2 in training, %3 in validation.")
                       .arg(metricName(task), metricText(task, trained.training.headline),
                            metricText(task, trained.validation.headline));
    note += QLatin1Char(' ') + (isImported(trained)
                                    ? tr("The network was imported: it has no curves.")
                                    : tr("Best epoch: %1 of %2.")
                                          .arg(countText(trained.bestEpoch),
                                               countText(static_cast<std::int64_t>(trained.history.size()))));
    const auto dataset = m_document.dataset();
    if (task == Task::Regression && dataset)
        note += QLatin1Char(' ') + tr("Mean absolute error %1.")
                                       .arg((roughText(trained.test.meanAbsoluteError) + QLatin1Char(' ') +
                                             QString::fromStdString(dataset->target.unit))
                                                .trimmed());
    return note;
}

/// The run under way; else the one that was trained, or, where a training failed, as far as that one came.
void TrainingHalf::refreshCurves()
{
    const auto dataset = m_training.running() ? m_training.dataset() : m_document.dataset();
    const auto& trained = m_document.project().trained;
    const auto& problem = m_document.problem(Stage::Train);
    TrainingCurves& curves = m_views->curves();
    const bool ofTrained = !m_training.running() && trained && !(problem && shows(*problem));
    if (ofTrained)
        curves.setData(taskOf(*trained), !std::isnan(trained->validation.headline));
    else
        curves.setData(dataset ? std::optional(dataset->target.task) : std::nullopt,
                       !dataset || dataset->validation.rows() > 0);
    auto others = m_runs->ticked();
    if (m_training.running()) {
        if (trained && !m_training.goesOn())
            others.push_back(trained);
        m_drawn.reset();
    } else if (problem && shows(*problem)) {
        curves.begin(m_training.curve());
        m_drawn.reset();
    } else if (!trained) {
        curves.begin({});
        m_drawn.reset();
    } else if (trained != m_drawn) {
        curves.begin(trained->history, trained->bestEpoch);
        m_drawn = trained;
    }
    curves.setOthers(std::move(others));
}

void TrainingHalf::refreshViews()
{
    const auto& trained = m_document.project().trained;
    const auto dataset = m_document.dataset();
    if (m_training.running() && !(m_training.network() && m_training.dataset()))
        return; // what was there stays until there is something to see
    if (m_training.running())
        m_views->show({m_training.network(), m_training.dataset(), m_training.settings()});
    else if (trained && dataset && belongsTo(*trained, *dataset))
        m_views->show({{trained, &trained->network}, dataset, trained->settings});
    else
        m_views->show({nullptr, dataset, m_document.project().training});
}

void TrainingHalf::refreshFolds()
{
    FoldsState state;
    state.mayStart = m_document.datasetIsCurrent() && !m_runner.current();
    state.running = m_folds.running();
    state.current = m_folds.isCurrent();
    state.planned = m_folds.planned();
    state.task = m_folds.task();
    state.folds = m_folds.folds();
    state.result = m_folds.result();
    state.problem = m_folds.problem();
    m_views->folds().show(state);
}

void TrainingHalf::takeNews()
{
    TrainingCurves& curves = m_views->curves();
    if (m_training.curve().size() >= curves.epochs())
        curves.add(std::span(m_training.curve()).subspan(curves.epochs()));
    refreshResults();
    refreshViews();
}

void TrainingHalf::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

}

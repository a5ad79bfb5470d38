#include "ui/jobs/training_job.h"

#include "project/runs.h"
#include "project/workflow.h"
#include "ui/commands/use_run.h"
#include "ui/document/document.h"

#include <chrono>

namespace broto::ui {

namespace {
constexpr std::chrono::milliseconds newsEvery(33);
constexpr std::chrono::milliseconds slowEpoch(100);
}

TrainingJob::TrainingJob(Document& document, JobRunner& runner) : m_document(document), m_runner(runner)
{
    m_poll.setInterval(newsEvery);
    connect(&m_poll, &QTimer::timeout, this, &TrainingJob::takeNews);
    m_beat.setInterval(slowEpoch);
    connect(&m_beat, &QTimer::timeout, &runner, &JobRunner::step);
    connect(&runner, &JobRunner::finished, this, [this](JobKind kind) {
        if (kind != JobKind::Train)
            return;
        m_poll.stop();
        m_beat.stop();
        takeNews();
        emit ended();
    });
    connect(&document, &Document::projectReplaced, this, [this] {
        m_curve.clear();
        m_network.reset();
    });
}

void TrainingJob::start(JobRunner::Pace pace)
{
    run(&withNewRun, m_document.project().training.epochs, {}, pace);
}

void TrainingJob::goOn(int moreEpochs)
{
    const auto& run = m_document.project().trained;
    const int epochs = static_cast<int>(run->history.size()) + moreEpochs;
    const auto training = [epochs](const Project& project, const Dataset& data, const RunControl& control,
                                   const EpochObserver& observer) {
        return withLongerRun(project, data, epochs, control, observer);
    };
    this->run(training, epochs, run->history, JobRunner::Pace::Run);
}

void TrainingJob::run(Training training, int epochs, std::vector<EpochRecord> curve, JobRunner::Pace pace)
{
    const Project project = m_document.project();
    const auto dataset = m_document.datasetIsCurrent() ? m_document.dataset() : nullptr;
    const auto desk = std::make_shared<TrainingDesk>();
    m_desk = desk;
    m_epochs = epochs;
    m_goesOn = !curve.empty();
    m_curve = std::move(curve);
    m_earlierEpochs = m_curve.size();
    m_network.reset();
    m_dataset = dataset;
    m_settings = project.training;
    m_runner.start(
        JobKind::Train,
        [project, dataset, desk, training = std::move(training)](const RunControl& control) -> Result<Project> {
            const auto observe = [&](const EpochRecord& record, const LearningNetwork& learning) {
                desk->put(record, learning, control);
            };
            if (dataset)
                return training(project, *dataset, control, observe);
            const Result<Dataset> fresh = datasetOf(project);
            return fresh ? training(project, *fresh, control, observe) : fresh.error();
        },
        [this](Result<Project> result) {
            if (result)
                m_document.takeRun(result->trained);
            else if (result.error().id != "common.cancelled")
                m_document.report(Stage::Train, result.error());
        },
        m_slow ? JobRunner::Pace::OneStep : pace);
    if (m_slow && pace == JobRunner::Pace::Run)
        m_beat.start();
    m_poll.start();
    m_document.clearProblem(Stage::Train);
    emit began();
}

void TrainingJob::bringBack(int number)
{
    if (m_runner.current() || !m_document.datasetIsCurrent())
        return;
    const Result<Project> result = withRun(m_document.project(), *m_document.dataset(), number);
    if (result)
        m_document.history().push(new UseRun(m_document, *result));
    else
        m_document.report(Stage::Train, result.error());
}

void TrainingJob::step()
{
    if (m_beat.isActive()) {
        m_beat.stop();
        m_runner.pause(); // of the beats some may be due still
    }
    if (running())
        m_runner.step();
    else
        start(JobRunner::Pace::OneStep);
}

void TrainingJob::pauseOrResume()
{
    if (!running())
        return;
    if (!paused()) {
        m_beat.stop();
        m_runner.pause();
    } else if (m_slow) {
        goOnSlowly();
    } else {
        m_runner.resume();
    }
}

void TrainingJob::setSlow(bool slow)
{
    const bool goesOn = running() && !paused();
    m_slow = slow;
    if (goesOn && slow) {
        goOnSlowly();
    } else if (goesOn) {
        m_beat.stop();
        m_runner.resume();
    }
}

void TrainingJob::goOnSlowly()
{
    m_beat.start();
    m_runner.step();
}

void TrainingJob::stop()
{
    if (running())
        m_runner.stop();
}

void TrainingJob::drop()
{
    if (running())
        m_runner.cancel();
}

void TrainingJob::takeNews()
{
    if (!m_desk || !m_desk->take(m_curve, m_earlierEpochs, m_network))
        return;
    emit news();
}

}

#include "ui/jobs/job_runner.h"

namespace broto::ui {

namespace {
constexpr int pollMs = 33;
}

JobRunner::JobRunner(QObject* parent) : QObject(parent), m_worker(std::make_unique<WorkerThread>())
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &JobRunner::takeProgress);
    connect(this, &JobRunner::workDone, this, &JobRunner::takeDelivery, Qt::QueuedConnection);
}

JobRunner::~JobRunner()
{
    if (m_current)
        m_current->control.cancel();
    m_worker.reset();
}

std::optional<JobKind> JobRunner::current() const
{
    if (!m_current)
        return {};
    return m_current->kind;
}

double JobRunner::seconds() const
{
    return m_current ? static_cast<double>(m_clock.elapsed()) / 1000.0 : m_lastSeconds;
}

void JobRunner::stop()
{
    if (m_current)
        m_current->control.stop();
}

void JobRunner::cancel()
{
    drop();
}

void JobRunner::pause()
{
    if (!m_current)
        return;
    m_current->control.pause();
    emit pausedChanged();
}

void JobRunner::resume()
{
    if (!m_current)
        return;
    m_current->control.resume();
    emit pausedChanged();
}

void JobRunner::step()
{
    if (!m_current)
        return;
    if (!m_current->control.paused())
        m_current->control.pause();
    m_current->control.step();
    emit pausedChanged();
}

void JobRunner::begin(std::shared_ptr<Job> job, std::function<void()> work)
{
    drop();
    m_current = std::move(job);
    m_progress = {};
    m_stopped = false;
    m_clock.start();
    m_poll.start();
    emit beginning(m_current->kind);
    m_worker->post(std::move(work));
    emit started(m_current->kind);
}

void JobRunner::doFirst(std::function<void()> work)
{
    m_worker->post(std::move(work));
}

void JobRunner::drop()
{
    if (!m_current)
        return;
    m_current->control.cancel();
    m_lastSeconds = seconds();
    m_poll.stop();
    const JobKind kind = std::exchange(m_current, nullptr)->kind;
    emit finished(kind, Outcome::Dropped);
}

void JobRunner::takeProgress()
{
    if (!m_current)
        return;
    if (const auto progress = m_current->progress.take()) {
        m_progress = *progress;
        emit progressed();
    }
}

void JobRunner::takeDelivery()
{
    // The signal may be that of a job which has been dropped: then the current one has nothing to deliver yet.
    if (!m_current)
        return;
    auto delivery = m_current->delivery.take();
    if (!delivery)
        return;
    takeProgress();
    m_lastSeconds = seconds();
    m_poll.stop();
    m_stopped = m_current->control.stopRequested();
    const JobKind kind = std::exchange(m_current, nullptr)->kind;
    // The delivery may start the next job: say first that this one is over.
    const Outcome outcome = (*delivery)();
    emit finished(kind, outcome);
}

Message JobRunner::unexpected(const char* what)
{
    return message("ui.unexpected",
                   BROTO_TEXT("core", "This step ended unexpectedly: %1. Save the project and try again."), what);
}

}

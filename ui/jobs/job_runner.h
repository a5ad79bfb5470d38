#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "ui/jobs/mailbox.h"
#include "ui/jobs/progress_board.h"
#include "ui/jobs/worker_thread.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace broto::ui {

/// What a job is, for those who show it.
enum class JobKind {
    OpenTable,
    OpenProject,
    SaveProject,
    ImportModel,
    Prepare,
    Look,
    Train,
    CrossValidate,
    Compress,
    StartBoard,
    InstallCore,
    Build,
    Upload,
    Check,
    WriteReport
};

/// Whether a job is one of those that have the port of a board to themselves.
inline bool needsPort(JobKind kind)
{
    return kind >= JobKind::Build && kind <= JobKind::Check;
}

/// Whether a job makes what a person has waited for, and must not be dropped unasked.
inline bool learns(JobKind kind)
{
    return kind == JobKind::Train || kind == JobKind::CrossValidate || kind == JobKind::Compress;
}

/// Runs one job at a time on a worker thread. The work gets copies and a run control, no pointer into the window; its
/// result comes back on the GUI thread. Starting another job, or cancel, drops the result of the one before. The
/// destructor cancels and waits.
class JobRunner : public QObject {
    Q_OBJECT

public:
    enum class Outcome { Done, Failed, Dropped };
    enum class Pace { Run, OneStep }; ///< OneStep: paused after its first step

    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /// `work` is called on the worker thread and returns a Result; `deliver` is called with it on the GUI thread,
    /// unless the job has been dropped by then. What a library throws becomes an error.
    template<class Work, class Deliver>
    void start(JobKind kind, Work work, Deliver deliver, Pace pace = Pace::Run);

    /// Something that is to be done on the worker thread before the job that is beginning: for who listens to
    /// `beginning`. It throws nothing.
    void doFirst(std::function<void()> work);

    std::optional<JobKind> current() const;
    Progress progress() const { return m_progress; }
    double seconds() const; ///< since the current job began, or that the last one took

    void stop();                               ///< keeps what has been reached
    bool stopped() const { return m_stopped; } ///< whether the last job had been asked to, when it was over
    void cancel();                             ///< drops it

    // For jobs that have steps; others go on.
    void pause();
    void resume();
    void step(); ///< one step, then paused
    bool paused() const { return m_current && m_current->control.paused(); }

signals:
    void beginning(JobKind kind);
    void started(JobKind kind);
    void pausedChanged();
    void progressed();
    void finished(JobKind kind, Outcome outcome);
    void workDone(); ///< for the runner itself, emitted on the worker thread

private:
    struct Job {
        explicit Job(JobKind jobKind) : kind(jobKind), control([this](const Progress& p) { progress.put(p); }) {}

        JobKind kind;
        ProgressBoard progress;
        Mailbox<std::function<Outcome()>> delivery;
        RunControl control;
    };

    void begin(std::shared_ptr<Job> job, std::function<void()> work);
    void drop();
    void takeProgress();
    void takeDelivery();
    static Message unexpected(const char* what);

    std::shared_ptr<Job> m_current;
    Progress m_progress;
    QElapsedTimer m_clock;
    double m_lastSeconds = 0;
    bool m_stopped = false;
    QTimer m_poll;
    std::unique_ptr<WorkerThread> m_worker;
};

template<class Work, class Deliver>
void JobRunner::start(JobKind kind, Work work, Deliver deliver, Pace pace)
{
    using ResultType = std::invoke_result_t<Work, const RunControl&>;
    auto job = std::make_shared<Job>(kind);
    if (pace == Pace::OneStep) {
        job->control.pause();
        job->control.step();
    }
    begin(job, [this, job, work = std::move(work), deliver = std::move(deliver)]() mutable {
        if (job->control.cancelled())
            return; // nobody waits for it any more
        std::shared_ptr<ResultType> result;
        try {
            result = std::make_shared<ResultType>(work(job->control));
        } catch (const std::exception& error) {
            result = std::make_shared<ResultType>(unexpected(error.what()));
        }
        job->delivery.put([result, deliver = std::move(deliver)]() mutable {
            const Outcome outcome = result->ok() ? Outcome::Done : Outcome::Failed;
            deliver(std::move(*result));
            return outcome;
        });
        emit workDone();
    });
}

}

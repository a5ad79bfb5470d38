#include "ui/jobs/autosaver.h"

#include "ui/document/document.h"
#include "ui/document/message_text.h"

#include <QDateTime>

#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace broto::ui {

namespace {

bool takesLong(JobKind kind)
{
    return kind != JobKind::Prepare && kind != JobKind::Look;
}

Message notPutAside(const Message& reason)
{
    return message("ui.not-put-aside",
                   BROTO_TEXT("core", "Broto could not keep a copy of what is not saved yet. %1 Save the project "
                                      "yourself."),
                   messageText(reason).toStdString());
}

}

/// Where the project lies. Two threads may want to write: the own one, and that of the job which is about to begin.
struct Autosaver::Shelf {
    explicit Shelf(std::filesystem::path where) : folder(std::move(where)) {}

    const std::filesystem::path folder;
    std::mutex mutex;
    std::shared_ptr<RecoveryPlace> place; ///< made when it is needed first
    std::uint64_t newest = 0;             ///< the number of what was done last: what is older comes too late
    std::uint64_t last = 0;               ///< given away; of the window's thread alone

    /// Whether it was not too late.
    template<class Act>
    bool inOrder(std::uint64_t number, Act act)
    {
        const std::scoped_lock lock(mutex);
        if (number < newest)
            return false;
        newest = number;
        act();
        return true;
    }

    Result<void> write(const Project& project, const RecoveryNote& note, Flush flush)
    {
        if (!place) {
            Result<RecoveryPlace> made = RecoveryPlace::make(folder);
            if (!made)
                return made.error();
            place = std::make_shared<RecoveryPlace>(std::move(*made));
        }
        return place->write(project, note, flush);
    }

    void clear()
    {
        if (place)
            place->clear();
    }
};

Autosaver::Autosaver(Document& document, std::filesystem::path folder)
    : m_document(document),
      m_shelf(std::make_shared<Shelf>(std::move(folder))),
      m_worker(std::make_unique<WorkerThread>())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(every);
    m_timer.start();
    connect(&m_timer, &QTimer::timeout, this, &Autosaver::saveIfChanged);
    connect(&document, &Document::stagesChanged, this, [this] { m_changed = true; });
    connect(&document, &Document::fileChanged, this, &Autosaver::noteFile);
}

Autosaver::~Autosaver() = default;

void Autosaver::saveNow()
{
    ++m_underWay;
    m_worker->post([this, write = writing(Flush::Now)] {
        write();
        QMetaObject::invokeMethod(this, &Autosaver::takeEnd, Qt::QueuedConnection);
    });
}

/// On a slow disk, one after the other: what waits would only grow old.
void Autosaver::saveIfChanged()
{
    m_due = m_underWay > 0;
    if (!m_due && m_document.modified() && m_changed)
        saveNow();
}

/// On the job's own thread, so that it does not begin before. What a job can bring down is this program, not the
/// computer: the disk need not be waited for.
void Autosaver::saveBeforeJobsOf(JobRunner& runner)
{
    connect(&runner, &JobRunner::beginning, this, [this, &runner](JobKind kind) {
        if (takesLong(kind) && m_document.modified() && m_changed)
            runner.doFirst(writing(Flush::Later));
    });
}

void Autosaver::noteFile()
{
    if (m_document.modified()) {
        m_changed = true;
    } else if (m_onShelf) {
        m_onShelf = false;
        m_worker->post(
            [shelf = m_shelf, number = ++m_shelf->last] { shelf->inOrder(number, [&] { shelf->clear(); }); });
    }
}

std::function<void()> Autosaver::writing(Flush flush)
{
    m_changed = false;
    m_onShelf = true;
    const RecoveryNote note{m_document.name().toStdString(), m_document.filePath().toStdString(),
                            m_document.fileStamp(), QDateTime::currentSecsSinceEpoch()};
    return [this, shelf = m_shelf, number = ++m_shelf->last, project = m_document.project(),
            revision = m_document.revision(), note, flush] {
        Result<void> outcome = Result<void>();
        try {
            if (!shelf->inOrder(number, [&] { outcome = shelf->write(project, note, flush); }))
                return; // something newer lies there
        } catch (const std::exception& error) {
            outcome =
                message("ui.not-put-aside-memory", BROTO_TEXT("core", "The copy could not be made: %1."), error.what());
        }
        QMetaObject::invokeMethod(
            this, [this, revision, outcome] { take(revision, outcome); }, Qt::QueuedConnection);
    };
}

void Autosaver::take(std::uint64_t revision, const Result<void>& outcome)
{
    if (outcome) {
        m_failing = false;
        emit written(revision);
        return;
    }
    m_changed = true; // to be tried again, when it is time
    if (!std::exchange(m_failing, true))
        emit failed(notPutAside(outcome.error()));
}

/// Of a write on the own thread: that of a job may wait behind one that was dropped and has not ended.
void Autosaver::takeEnd()
{
    --m_underWay;
    if (m_due)
        saveIfChanged();
}

void Autosaver::adopt(std::shared_ptr<RecoveryPlace> place)
{
    m_onShelf = true;
    m_worker->post([shelf = m_shelf, number = ++m_shelf->last, place = std::move(place)] {
        shelf->inOrder(number, [&] {
            shelf->clear();
            shelf->place = place;
        });
    });
}

void Autosaver::end()
{
    m_timer.stop();
    m_onShelf = false;
    m_shelf->inOrder(++m_shelf->last, [&] {
        m_shelf->clear();
        m_shelf->place.reset();
    });
}

}

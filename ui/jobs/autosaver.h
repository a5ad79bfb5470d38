#pragma once

#include "project/recovery_place.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/worker_thread.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <memory>

namespace broto::ui {

class Document;

/// Puts the document's project aside while there is something to lose: every 30 seconds, and before a job that takes
/// long. Never over the user's file, and on a thread of its own; only what has changed since is written. What lies
/// there goes when the project is saved or given up; it stays when the program ends in any other way.
class Autosaver : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds every = std::chrono::seconds(30);

    explicit Autosaver(Document& document, std::filesystem::path folder = recoveryFolder());
    ~Autosaver() override; ///< waits for the write under way

    void saveBeforeJobsOf(JobRunner& runner); ///< which ends before this does

    void setInterval(std::chrono::milliseconds interval) { m_timer.setInterval(interval); }
    std::chrono::milliseconds interval() const { return m_timer.intervalAsDuration(); }
    void saveNow();

    /// The document is what lies in this place: from now on it is put aside there.
    void adopt(std::shared_ptr<RecoveryPlace> place);

    /// The window closes and nothing is to be recovered. Done when it returns.
    void end();

signals:
    void written(std::uint64_t revision); ///< of the document: what lies there now
    void failed(const Message& reason);   ///< once, until it works again

private:
    struct Shelf;

    void saveIfChanged();
    void noteFile();
    std::function<void()> writing(Flush flush);
    void take(std::uint64_t revision, const Result<void>& outcome);
    void takeEnd();

    Document& m_document;
    std::shared_ptr<Shelf> m_shelf;
    QTimer m_timer;
    bool m_changed = false; ///< since it was put aside last
    bool m_onShelf = false; ///< something lies there, or is on its way
    bool m_failing = false;
    int m_underWay = 0; ///< writes on the own thread
    bool m_due = false; ///< as soon as they are done
    std::unique_ptr<WorkerThread> m_worker;
};

}

#pragma once

#include "project/project.h"
#include "training/trainer.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/training_desk.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace broto::ui {

class Document;

/// Trains the document's network and tells of it about thirty times a second.
class TrainingJob : public QObject {
    Q_OBJECT

public:
    TrainingJob(Document& document, JobRunner& runner);

    void start(JobRunner::Pace pace = JobRunner::Pace::Run); ///< OneStep: one epoch, then paused

    /// Gives the document's run so many epochs more, as if it had never ended.
    void goOn(int moreEpochs);

    /// Makes an earlier run the document's again: an edit. Not while a job works or the data are not ready.
    void bringBack(int number);

    /// One epoch more: of the run under way, which is paused after it, or of a new one.
    void step();
    void pauseOrResume();
    void stop(); ///< keeps the best so far
    void drop(); ///< keeps nothing of it

    bool running() const { return m_runner.current() == JobKind::Train; }
    bool paused() const { return running() && m_runner.paused() && !m_beat.isActive(); }

    /// So that a person can watch a network learn that is done in a blink. It learns the same.
    void setSlow(bool slow);
    bool slow() const { return m_slow; }
    bool goesOn() const { return m_goesOn; } ///< with the document's run; else it is a new one
    int epochs() const { return m_epochs; }  ///< how many the run under way is to have in all

    /// The curve of the run under way, or of the last one that was started.
    const std::vector<EpochRecord>& curve() const { return m_curve; }

    const TrainingSettings& settings() const { return m_settings; } ///< of the run under way

    /// What the run under way learns from, or null: the document's may be another by now.
    const std::shared_ptr<const Dataset>& dataset() const { return m_dataset; }

    /// As it was at the last news; null before there were any.
    const std::shared_ptr<const Network>& network() const { return m_network; }
signals:
    void began();
    void news();
    void ended();

private:
    using Training =
        std::function<Result<Project>(const Project&, const Dataset&, const RunControl&, const EpochObserver&)>;

    void run(Training training, int epochs, std::vector<EpochRecord> curve, JobRunner::Pace pace);
    void takeNews();
    void goOnSlowly();

    Document& m_document;
    JobRunner& m_runner;
    std::shared_ptr<TrainingDesk> m_desk;
    QTimer m_poll;
    QTimer m_beat; ///< of a slow run: an epoch each
    bool m_slow = false;
    std::vector<EpochRecord> m_curve;
    std::size_t m_earlierEpochs = 0; ///< of the curve: those of the run that goes on
    int m_epochs = 0;
    bool m_goesOn = false;
    std::shared_ptr<const Network> m_network;
    std::shared_ptr<const Dataset> m_dataset;
    TrainingSettings m_settings;
};

}

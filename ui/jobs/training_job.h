#pragma once

#include "training/trainer.h"
#include "ui/jobs/job_runner.h"

#include <vector>

namespace broto::ui {

class Document;

/// Trains the document's network and tells of it about thirty times a second.
class TrainingJob : public QObject {
    Q_OBJECT

public:
    TrainingJob(Document& document, JobRunner& runner);

    void start();
    bool running() const { return m_runner.current() == JobKind::Train; }

    /// The curve of the run under way, or of the last one that was started.
    const std::vector<EpochRecord>& curve() const { return m_curve; }
    const Network& network() const { return m_network; } ///< as it was at the last news

signals:
    void began();
    void news();
    void ended();

private:
    struct News {
        std::vector<EpochRecord> records;
        Network network;
    };

    void takeNews();

    Document& m_document;
    JobRunner& m_runner;
    std::shared_ptr<Mailbox<News>> m_mailbox;
    QTimer m_poll;
    std::vector<EpochRecord> m_curve;
    Network m_network;
};

}

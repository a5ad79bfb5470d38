#pragma once

#include "project/workflow.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/learning_desk.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace broto::ui {

class Document;

/// Adds compressed variants of the trained network to the document, one after the other: each enters it when it is
/// made.
class CompressionJob : public QObject {
    Q_OBJECT

public:
    CompressionJob(Document& document, JobRunner& runner);

    void start(std::vector<CompressionRequest> requests);

    QString current() const { return m_current; } ///< the variant that is being made; empty: none
    const std::vector<EpochRecord>& controlCurve() const { return m_control; }
    const std::vector<EpochRecord>& curve() const { return m_curve; }

signals:
    void learned(); ///< the curves have grown
    void changed(); ///< another variant is being made, or none any more

private:
    void startNext();
    void takeCurves();

    Document& m_document;
    JobRunner& m_runner;
    std::vector<CompressionRequest> m_requests;  ///< that are still to come
    std::shared_ptr<const TrainedNetwork> m_run; ///< that they were asked for
    QString m_current;
    std::shared_ptr<LearningDesk> m_desk;
    std::vector<EpochRecord> m_control, m_curve;
    QTimer m_poll;
};

}

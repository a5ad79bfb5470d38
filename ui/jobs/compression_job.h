#pragma once

#include "project/workflow.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/learning_desk.h"

#include <QTimer>

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace broto::ui {

class Document;

/// How a variant learned, and its float control beside it.
struct LearningCurves {
    std::vector<EpochRecord> control, variant;
    std::string method; ///< of the variant, as methodOf says it
};

/// Adds compressed variants of the trained network to the document, one after the other: each enters it when it is
/// made.
class CompressionJob : public QObject {
    Q_OBJECT

public:
    CompressionJob(Document& document, JobRunner& runner);

    void start(std::vector<CompressionRequest> requests);

    QString current() const { return m_current; } ///< the variant that is being made; empty: none
    bool isBusy() const
    {
        return !m_current.isEmpty() || !m_requests.empty();
    } ///< making one, or about to make another
    /// Which it is of those that were asked for together, from 1, and how many these are.
    std::pair<int, int> place() const { return {m_asked - static_cast<int>(m_requests.size()), m_asked}; }

    /// Null: that variant has not learned since the window opened.
    const LearningCurves* curvesOf(const QString& variant) const;

signals:
    void learned(); ///< the current variant's curves have grown
    void changed(); ///< another variant is being made, or none any more

private:
    void startNext();
    void takeCurves();

    Document& m_document;
    JobRunner& m_runner;
    std::vector<CompressionRequest> m_requests;  ///< that are still to come
    int m_asked = 0;                             ///< requests that came together
    std::shared_ptr<const TrainedNetwork> m_run; ///< that they were asked for
    QString m_current;
    std::string m_method; ///< of the current variant
    std::shared_ptr<LearningDesk> m_desk;
    std::map<QString, LearningCurves> m_curves; ///< by variants of the run
    QTimer m_poll;
};

}

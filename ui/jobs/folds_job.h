#pragma once

#include "data/data_choices.h"
#include "network/network.h"
#include "training/cross_validation.h"
#include "ui/jobs/job_runner.h"

#include <memory>
#include <optional>
#include <vector>

namespace broto {
class Table;
}

namespace broto::ui {

class Document;

/// Trains the document's network once for each of some folds, as a test of the way it is trained; the document stays as
/// it is.
class FoldsJob : public QObject {
    Q_OBJECT

public:
    FoldsJob(Document& document, JobRunner& runner);

    void start(int folds);

    bool running() const { return m_runner.current() == JobKind::CrossValidate; }

    int planned() const { return m_choices.split.folds; }                     ///< how many were asked for
    const std::vector<FoldResult>& folds() const { return m_folds; }          ///< those that are done
    const std::optional<CrossValidation>& result() const { return m_result; } ///< when it is over

    /// Why a fold failed.
    const std::optional<Message>& problem() const { return m_problem; }

    Task task() const { return m_task; } ///< of the folds

    /// Whether the folds are of data, network and settings as the document has them now.
    bool isCurrent() const;

signals:
    void changed();

private:
    void takeNews();
    void clear();

    Document& m_document;
    JobRunner& m_runner;
    QTimer m_poll;
    std::shared_ptr<Mailbox<std::vector<FoldResult>>> m_news;
    std::shared_ptr<const Table> m_table;
    DataChoices m_choices;
    NetworkDesign m_design;
    TrainingSettings m_settings;
    std::vector<FoldResult> m_folds;
    std::optional<CrossValidation> m_result;
    std::optional<Message> m_problem;
    Task m_task = Task::Classification;
};

}

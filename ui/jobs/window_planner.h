#pragma once

#include "data/stream_signs.h"
#include "ui/jobs/job_runner.h"

#include <memory>
#include <optional>

namespace broto::ui {

class Document;

/// Finds out in the background where the document's windows lie; while there are none, whether the rows look like a
/// stream of readings at all.
class WindowPlanner : public QObject {
    Q_OBJECT

public:
    explicit WindowPlanner(Document& document);

    /// The plan of the choices of now, or why there is none; null while it is not known, or nobody wants windows.
    std::shared_ptr<const Result<WindowPlan>> plan() const { return m_plan; }

    /// What windows could be, where nobody wants any; nothing while it is not known.
    const std::optional<StreamSigns>& signs() const { return m_signs; }

    /// As the plan found out; 0 while it is not known.
    double readingsPerSecond() const;

signals:
    void changed();

private:
    void look();

    Document& m_document;
    JobRunner m_runner;
    std::shared_ptr<const Table> m_table;
    DataChoices m_choices;
    std::shared_ptr<const Result<WindowPlan>> m_plan;
    std::optional<StreamSigns> m_signs;
};

}

#include "ui/jobs/window_planner.h"

#include "ui/document/document.h"

namespace broto::ui {

namespace {

struct Findings {
    std::shared_ptr<const Result<WindowPlan>> plan;
    std::optional<StreamSigns> signs;
};

Result<Findings> findingsAbout(const Table& table, const DataChoices& choices)
{
    if (choices.windows)
        return Findings{std::make_shared<const Result<WindowPlan>>(planWindows(table, choices)), {}};
    return Findings{nullptr, streamSigns(table, choices)};
}

}

WindowPlanner::WindowPlanner(Document& document) : m_document(document)
{
    connect(&document, &Document::dataChanged, this, &WindowPlanner::look);
    look();
}

double WindowPlanner::readingsPerSecond() const
{
    return m_plan && *m_plan ? (*m_plan)->stream.readingsPerSecond : 0;
}

void WindowPlanner::look()
{
    const Project& project = m_document.project();
    const auto table = project.source ? project.source->table : nullptr;
    if (table == m_table && project.data == m_choices)
        return;
    m_table = table;
    m_choices = project.data;
    m_plan.reset();
    m_signs.reset();
    m_runner.cancel();
    if (table)
        m_runner.start(
            JobKind::Look,
            [table, choices = m_choices](const RunControl& control) -> Result<Findings> {
                return control.stopRequested() ? Result<Findings>(Findings()) : findingsAbout(*table, choices);
            },
            [this](Result<Findings> findings) {
                if (!findings)
                    return;
                m_plan = std::move(findings->plan);
                m_signs = std::move(findings->signs);
                emit changed();
            });
    emit changed();
}

}

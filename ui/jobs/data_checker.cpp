#include "ui/jobs/data_checker.h"

#include "project/workflow.h"
#include "ui/document/document.h"

namespace broto::ui {

DataChecker::DataChecker(Document& document) : m_document(document)
{
    connect(&document, &Document::dataChanged, this, &DataChecker::check);
    connect(&document, &Document::networkChanged, this, &DataChecker::check);
    check();
}

void DataChecker::check()
{
    if (!m_document.datasetIsCurrent()) {
        m_runner.cancel();
        m_dataset.reset();
        return;
    }
    const Project& project = m_document.project();
    if (m_dataset == m_document.dataset() && m_design == project.design)
        return;
    m_dataset = m_document.dataset();
    m_design = project.design;
    m_runner.start(
        JobKind::Look,
        [project, dataset = m_dataset](const RunControl& control) -> Result<std::vector<DataCheck>> {
            return checksOf(project, *dataset, control);
        },
        [this](Result<std::vector<DataCheck>> checks) {
            // Whatever a library throws leaves nothing to say: training is not held up by it.
            m_document.takeChecks(checks ? *std::move(checks) : std::vector<DataCheck>());
        });
}

}

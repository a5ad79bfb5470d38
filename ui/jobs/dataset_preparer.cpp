#include "ui/jobs/dataset_preparer.h"

#include "project/workflow.h"
#include "ui/document/document.h"

namespace broto::ui {

DatasetPreparer::DatasetPreparer(Document& document) : m_document(document)
{
    connect(&document, &Document::dataChanged, this, &DatasetPreparer::prepare);
    prepare();
}

void DatasetPreparer::prepare()
{
    const Project& project = m_document.project();
    if (!project.source) {
        m_runner.cancel();
        m_table.reset();
        m_testTable.reset();
        return;
    }
    const auto testTable = project.testSource ? project.testSource->table : nullptr;
    const bool known = m_table == project.source->table && m_testTable == testTable && m_choices == project.data;
    if (known && (m_document.datasetIsCurrent() || m_document.problem(Stage::Data) || m_runner.current()))
        return;
    m_table = project.source->table;
    m_testTable = testTable;
    m_choices = project.data;
    using Prepared = Result<std::shared_ptr<const Dataset>>;
    m_runner.start(
        JobKind::Prepare,
        [project](const RunControl&) -> Prepared {
            Result<Dataset> dataset = datasetOf(project);
            if (!dataset)
                return dataset.error();
            return std::make_shared<const Dataset>(std::move(*dataset));
        },
        [this](Prepared prepared) { m_document.takeDataset(std::move(prepared)); });
}

}

#include "ui/jobs/dataset_preparer.h"

#include "project/workflow.h"
#include "ui/document/document.h"

namespace broto::ui {

namespace {

struct PreparedData {
    ChosenColumns columns;
    Result<std::shared_ptr<const Dataset>> dataset;
};

Result<PreparedData> preparedData(const Project& project, const RunControl& control)
{
    ChosenColumns columns = chosenColumns(project.source->table, project.data);
    Result<Dataset> dataset = datasetOf(project, control);
    if (!dataset)
        return PreparedData{std::move(columns), dataset.error()};
    return PreparedData{std::move(columns), std::make_shared<const Dataset>(std::move(*dataset))};
}

}

DatasetPreparer::DatasetPreparer(Document& document) : m_document(document)
{
    connect(&document, &Document::dataChanged, this, &DatasetPreparer::prepare);
    prepare();
}

void DatasetPreparer::cancel()
{
    if (!ownRunner().current())
        return;
    ownRunner().cancel();
    m_document.takeDataset(message("ui.preparation-cancelled",
                                   BROTO_TEXT("core", "The data were not made ready, for that was cancelled. Change or "
                                                      "undo a choice to begin again.")));
}

void DatasetPreparer::prepare()
{
    const Project& project = m_document.project();
    if (!project.source) {
        ownRunner().cancel();
        m_table.reset();
        m_testTable.reset();
        return;
    }
    const auto testTable = project.testSource ? project.testSource->table : nullptr;
    const bool known = m_table == project.source->table && m_testTable == testTable && m_choices == project.data;
    if (known && (m_document.datasetIsCurrent() || m_document.problem(Stage::Data) || ownRunner().current()))
        return;
    m_table = project.source->table;
    m_testTable = testTable;
    m_choices = project.data;
    ownRunner().start(
        JobKind::Prepare, [project](const RunControl& control) { return preparedData(project, control); },
        [this](Result<PreparedData> prepared) {
            if (prepared)
                m_document.takeColumns(std::move(prepared->columns));
            m_document.takeDataset(prepared ? std::move(prepared->dataset) : prepared.error());
        });
}

}

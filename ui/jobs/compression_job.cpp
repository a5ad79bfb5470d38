#include "ui/jobs/compression_job.h"

#include "ui/document/document.h"

namespace broto::ui {

CompressionJob::CompressionJob(Document& document, JobRunner& runner) : m_document(document), m_runner(runner) {}

void CompressionJob::start(const CompressionRequest& request)
{
    const Project project = m_document.project();
    m_runner.start(
        JobKind::Compress,
        [project, request](const RunControl& control) -> Result<Project> {
            const Result<Dataset> data = datasetOf(project);
            if (!data)
                return data.error();
            return compressed(project, *data, request, control);
        },
        [this](Result<Project> result) {
            if (result)
                m_document.takeVariants(*result);
            else if (result.error().id != "common.cancelled")
                m_document.report(Stage::Compress, result.error());
        });
}

}

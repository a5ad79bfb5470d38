#include "ui/jobs/variant_maker.h"

#include "project/variants.h"
#include "ui/document/document.h"

namespace broto::ui {

VariantMaker::VariantMaker(Document& document) : m_document(document)
{
    connect(&document, &Document::compressChanged, this, &VariantMaker::makeIfMissing);
    connect(&document, &Document::dataChanged, this, &VariantMaker::makeIfMissing);
}

void VariantMaker::cancel()
{
    ownRunner().cancel();
}

void VariantMaker::makeIfMissing()
{
    const Project& project = m_document.project();
    if (project.trained == m_run && project.variants.empty())
        return; // they are being made, or somebody did not want them
    ownRunner().cancel();
    m_run.reset();
    const auto dataset = m_document.datasetIsCurrent() ? m_document.dataset() : nullptr;
    if (!project.trained || !project.variants.empty() || !dataset || !belongsTo(*project.trained, *dataset))
        return;
    m_run = project.trained;
    ownRunner().start(
        JobKind::Compress,
        [project, dataset](const RunControl& control) -> Result<Project> {
            return withVariantsOfRun(project, *dataset, control);
        },
        [this](Result<Project> result) {
            if (result)
                m_document.takeVariants(*result);
            else if (result.error().id != "common.cancelled")
                m_document.report(Stage::Compress, result.error());
        });
}

}

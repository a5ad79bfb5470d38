#include "ui/jobs/comparison_job.h"

#include "common/cancelled.h"
#include "project/variants.h"
#include "ui/document/document.h"

#include <algorithm>

namespace broto::ui {

ComparisonJob::ComparisonJob(Document& document) : m_document(document)
{
    connect(&document, &Document::compressChanged, this, &ComparisonJob::compareMissing);
    connect(&document, &Document::dataChanged, this, &ComparisonJob::compareMissing);
}

void ComparisonJob::cancel()
{
    ownRunner().cancel();
}

std::shared_ptr<const ModelComparison> ComparisonJob::of(const Variant& variant) const
{
    const auto found = std::find_if(m_comparisons.begin(), m_comparisons.end(),
                                    [&](const auto& entry) { return entry.first.get() == &variant; });
    return found == m_comparisons.end() ? nullptr : found->second;
}

void ComparisonJob::compareMissing()
{
    const auto& variants = m_document.project().variants;
    const auto dataset = m_document.datasetIsCurrent() ? m_document.dataset() : nullptr;
    const auto reference = variants.empty() ? nullptr : variants.front();
    if (dataset != m_dataset || reference != m_reference) {
        ownRunner().cancel();
        m_comparisons.clear();
        m_dataset = dataset;
        m_reference = reference;
    }
    std::erase_if(m_comparisons, [&](const auto& entry) {
        return std::find(variants.begin(), variants.end(), entry.first) == variants.end();
    });
    if (!dataset || !reference || !answersRowsOf(reference->model, *dataset))
        return;
    const auto missing = std::find_if(variants.begin(), variants.end(), [&](const auto& variant) {
        return !m_comparisons.contains(variant) && answersRowsOf(variant->model, *dataset);
    });
    if (missing == variants.end() || !m_document.project().trained ||
        m_document.project().trained->dataFingerprint != dataset->fingerprint)
        return;
    ownRunner().start(
        JobKind::Look,
        [reference, variant = *missing, dataset](const RunControl& control) -> Result<ModelComparison> {
            ModelComparison comparison = compareModels(reference->model, variant->model, dataset->test, control);
            return control.cancelled() ? Result<ModelComparison>(cancelledByUser()) : std::move(comparison);
        },
        [this, variant = *missing](Result<ModelComparison> comparison) {
            if (!comparison)
                return;
            m_comparisons[variant] = std::make_shared<const ModelComparison>(std::move(*comparison));
            emit compared();
            QMetaObject::invokeMethod(this, &ComparisonJob::compareMissing, Qt::QueuedConnection);
        });
}

}

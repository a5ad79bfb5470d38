#pragma once

#include "compression/model_comparison.h"
#include "project/project.h"
#include "ui/jobs/background_job.h"

#include <map>
#include <memory>

namespace broto::ui {

class Document;

/// Compares every variant with the float one on the test rows, in the background, as soon as there are any.
class ComparisonJob : public BackgroundJob {
    Q_OBJECT

public:
    explicit ComparisonJob(Document& document);

    void cancel() override;

    /// Null while it is not known.
    std::shared_ptr<const ModelComparison> of(const Variant& variant) const;

signals:
    void compared();

private:
    using Comparisons = std::map<std::shared_ptr<const Variant>, std::shared_ptr<const ModelComparison>>;

    void compareMissing();

    Document& m_document;
    std::shared_ptr<const Dataset> m_dataset; ///< that the comparisons hold for
    std::shared_ptr<const Variant> m_reference;
    Comparisons m_comparisons;
};

}

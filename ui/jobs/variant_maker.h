#pragma once

#include "project/project.h"
#include "ui/jobs/background_job.h"

namespace broto::ui {

class Document;

/// Makes the variants `float` and `ptq-int8` in the background, whenever the document has a run without any: a training
/// need not keep anybody waiting for them.
class VariantMaker : public BackgroundJob {
    Q_OBJECT

public:
    explicit VariantMaker(Document& document);

    /// The run stays without them, until it is compressed or another run comes.
    void cancel() override;

private:
    void makeIfMissing();

    Document& m_document;
    std::shared_ptr<const TrainedNetwork> m_run; ///< the last whose variants were begun
};

}

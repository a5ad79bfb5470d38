#pragma once

#include "data/dataset.h"
#include "network/network.h"
#include "ui/jobs/job_runner.h"

#include <memory>

namespace broto::ui {

class Document;

/// Looks at the document's data for what deceives, in the background, whenever they have been made ready or the network
/// they are for has another size.
class DataChecker : public QObject {
    Q_OBJECT

public:
    explicit DataChecker(Document& document);

private:
    void check();

    Document& m_document;
    JobRunner m_runner;
    std::shared_ptr<const Dataset> m_dataset; ///< that was looked at last, or is being looked at
    NetworkDesign m_design;
};

}

#pragma once

#include "data/data_choices.h"
#include "ui/jobs/background_job.h"

namespace broto::ui {

class Document;

/// Makes the document's dataset anew, in the background, whenever the table or a choice about it changes.
class DatasetPreparer : public BackgroundJob {
    Q_OBJECT

public:
    explicit DatasetPreparer(Document& document);

    /// The data stay as they are, which is said; the next change of a choice begins anew.
    void cancel() override;

private:
    void prepare();

    Document& m_document;
    std::shared_ptr<const Table> m_table;
    std::shared_ptr<const Table> m_testTable;
    DataChoices m_choices;
};

}

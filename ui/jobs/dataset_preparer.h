#pragma once

#include "data/data_choices.h"
#include "ui/jobs/job_runner.h"

namespace broto::ui {

class Document;

/// Makes the document's dataset anew, in the background, whenever the table or a choice about it changes.
class DatasetPreparer : public QObject {
    Q_OBJECT

public:
    explicit DatasetPreparer(Document& document);

    const JobRunner& runner() const { return m_runner; }

    /// Leaves the data as they are, and says so; the next change of a choice begins anew.
    void cancel();

private:
    void prepare();

    Document& m_document;
    JobRunner m_runner;
    std::shared_ptr<const Table> m_table;
    std::shared_ptr<const Table> m_testTable;
    DataChoices m_choices;
};

}

#pragma once

#include "project/workflow.h"
#include "ui/jobs/job_runner.h"

namespace broto::ui {

class Document;

/// Adds a compressed variant of the trained network to the document.
class CompressionJob : public QObject {
    Q_OBJECT

public:
    CompressionJob(Document& document, JobRunner& runner);

    void start(const CompressionRequest& request);

private:
    Document& m_document;
    JobRunner& m_runner;
};

}

#pragma once

#include "project/report/report_html.h"
#include "ui/jobs/background_job.h"

#include <QString>

#include <functional>

namespace broto::ui {

class Document;

/// Writes a report on the document's project to a file while the window goes on: in HTML, or as a PDF where the file is
/// called so. One at a time; the newest wins.
class ReportJob : public BackgroundJob {
    Q_OBJECT

public:
    explicit ReportJob(Document& document);

    /// `then` is called when it is done, or has failed.
    void write(const QString& path, std::function<void(const Result<void>&)> then);

    void cancel() override;

private:
    ReportRequest request() const;

    Document& m_document;
};

}

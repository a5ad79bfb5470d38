#include "ui/report_files.h"

#include "project/workflow.h"
#include "ui/document/document.h"
#include "ui/jobs/report_job.h"
#include "ui/widgets/message_strip.h"

#include <QFileDialog>
#include <QFileInfo>

namespace broto::ui {

ReportFiles::ReportFiles(Document& document, ReportJob& writer, MessageStrip& line, QWidget& window)
    : QObject(&window), m_document(document), m_writer(writer), m_line(line), m_window(window)
{
}

void ReportFiles::chooseAndWrite()
{
    if (m_document.empty())
        return;
    auto* dialog = new QFileDialog(&m_window, tr("Save a report"));
    dialog->setObjectName(QStringLiteral("reportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString pdf = tr("Page to print (*.pdf)"), html = tr("Page for a browser (*.html)");
    dialog->setNameFilters({pdf, html});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, html](const QString& filter) {
        dialog->setDefaultSuffix(filter == html ? QStringLiteral("html") : QStringLiteral("pdf"));
    });
    dialog->selectFile(tr("%1-report.pdf").arg(QString::fromStdString(projectName(m_document.project()))));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportFiles::writeTo);
    dialog->open();
}

void ReportFiles::writeTo(const QString& path)
{
    m_writer.write(path, [this, path](const Result<void>& outcome) {
        if (!outcome) {
            m_document.note(outcome.error());
            m_line.show(Severity::Error, outcome.error());
            return;
        }
        m_line.show(Severity::Information, message("ui.report-saved", BROTO_TEXT("core", "The report was saved as %1."),
                                                   QFileInfo(path).fileName().toStdString()));
        emit written(path);
    });
}

}

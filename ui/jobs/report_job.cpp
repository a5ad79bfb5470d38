#include "ui/jobs/report_job.h"

#include "platform/file.h"
#include "project/workflow.h"
#include "ui/document/document.h"
#include "ui/jobs/report_pdf.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>
#include <QLocale>

namespace broto::ui {

namespace {

std::string translated(std::string_view english)
{
    const QByteArray key(english.data(), static_cast<qsizetype>(english.size()));
    return QCoreApplication::translate("core", key.constData()).toStdString();
}

ReportLanguage languageOfWindow()
{
    return QLocale().language() == QLocale::Portuguese ? ReportLanguage{"pt-BR", ',', '.', translated}
                                                       : ReportLanguage{"en", '.', ',', translated};
}

}

ReportJob::ReportJob(Document& document) : m_document(document) {}

void ReportJob::cancel()
{
    ownRunner().cancel();
}

/// A board that has been checked is told of, whatever has become of the project since: the report says which model.
ReportRequest ReportJob::request() const
{
    const QFileInfo file(m_document.filePath());
    ReportRequest request{file.completeBaseName().toStdString(), file.fileName().toStdString(),
                          QLocale().toString(QDate::currentDate(), QLocale::LongFormat).toStdString()};
    if (const std::shared_ptr<const CheckedBoard>& check = m_document.boardSession().check)
        request.check = ReportedCheck{check->report, check->variant};
    return request;
}

void ReportJob::write(const QString& path, std::function<void(const Result<void>&)> then)
{
    ownRunner().start(
        JobKind::WriteReport,
        [project = m_document.project(), request = request(), language = languageOfWindow(),
         file = std::filesystem::path(path.toStdU16String()),
         pdf = path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)](const RunControl& control) -> Result<void> {
            const Result<std::string> html = reportHtml(project, request, language, control);
            if (!html)
                return html.error();
            if (!pdf)
                return writeFileAtomically(file, *html);
            const std::string title = request.title.empty() ? projectName(project) : request.title;
            const QByteArray bytes = reportPdf(QString::fromStdString(*html), QString::fromStdString(title));
            return writeFileAtomically(file, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        },
        [then = std::move(then)](const Result<void>& outcome) { then(outcome); });
}

}

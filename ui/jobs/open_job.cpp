#include "ui/jobs/open_job.h"

#include "data/kept_choices.h"
#include "data/samples.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "ui/commands/change_test_file.h"
#include "ui/commands/replace_data.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"

#include <QFileInfo>

namespace broto::ui {

namespace {

Message editedMeanwhile()
{
    return message("ui.edited-meanwhile",
                   BROTO_TEXT("core", "While it was read, the project was edited. Save the project or undo that, and "
                                      "open the file again."));
}

}

OpenJob::OpenJob(Document& document, JobRunner& runner) : m_document(document), m_runner(runner) {}

void OpenJob::openFile(const QString& path)
{
    const std::filesystem::path file(path.toStdU16String());
    m_stepBefore = m_document.history().index();
    if (QFileInfo(path).suffix().compare(u"broto", Qt::CaseInsensitive) == 0)
        m_runner.start(
            JobKind::OpenProject, [file](const RunControl&) { return loadProject(file); },
            [this, path](Result<Project> result) { deliver(std::move(result), path, QFileInfo(path).fileName()); });
    else
        m_runner.start(
            JobKind::OpenTable, [file](const RunControl& control) { return projectWithFile(file, {}, control); },
            [this, path](Result<Project> result) { deliver(std::move(result), {}, QFileInfo(path).fileName()); });
}

void OpenJob::openSample(const Sample& sample)
{
    m_stepBefore = m_document.history().index();
    m_runner.start(
        JobKind::OpenTable,
        [sample](const RunControl& control) {
            return projectWithData(std::string(sample.fileName), std::string(sample.csv), sample.sidecar, {}, control);
        },
        [this, name = QString::fromUtf8(sample.fileName)](Result<Project> result) {
            deliver(std::move(result), {}, name);
        });
}

void OpenJob::readAgain(const ReadOptions& reading)
{
    const auto& source = m_document.project().source;
    if (!source)
        return;
    m_runner.start(
        JobKind::OpenTable,
        [source = *source, reading](const RunControl& control) {
            return projectWithData(source.fileName, source.bytes, {}, reading, control);
        },
        [this](Result<Project> result) {
            if (result && result->source)
                takeReading(*result);
            else if (!result)
                m_document.report(Stage::Data, result.error());
        });
}

void OpenJob::takeReading(const Project& result)
{
    const Project& now = m_document.project();
    DataChoices choices = keptChoices(now.data, *now.source->table, *result.source->table);
    choices.reading = result.data.reading;
    m_document.history().push(new ReplaceData(m_document, *result.source, std::move(choices)));
}

void OpenJob::openTestFile(const QString& path)
{
    m_runner.start(
        JobKind::OpenTable,
        [project = m_document.project(), file = std::filesystem::path(path.toStdU16String())](
            const RunControl& control) { return withTestFile(project, file, control); },
        [this](Result<Project> result) {
            if (result)
                m_document.history().push(new ChangeTestFile(m_document, *result->testSource));
            else
                m_document.report(Stage::Data, result.error());
        });
}

/// Which file it is about, and what is on the table still.
Message OpenJob::notOpened(const QString& fileName, const Message& reason) const
{
    const std::string name = fileName.toStdString();
    const std::string why = messageText(reason).toStdString();
    const auto& source = m_document.project().source;
    if (!source)
        return message(reason.id, BROTO_TEXT("core", "%1 was not opened: %2"), name, why);
    const QString project = QFileInfo(m_document.filePath()).fileName();
    const std::string kept = project.isEmpty() ? source->fileName : project.toStdString();
    return message(reason.id, BROTO_TEXT("core", "%1 was not opened: %2 %3 is still here."), name, why, kept);
}

void OpenJob::deliver(Result<Project> result, const QString& filePath, const QString& fileName)
{
    if (!result) {
        emit failed(notOpened(fileName, result.error()));
        return;
    }
    // Nobody was asked about what has been edited since.
    if (m_document.modified() && m_document.history().index() != m_stepBefore) {
        emit failed(notOpened(fileName, editedMeanwhile()));
        return;
    }
    m_document.replace(std::move(*result), filePath);
    emit opened();
}

}

#include "ui/jobs/open_job.h"

#include "data/kept_choices.h"
#include "data/samples.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "ui/commands/change_test_file.h"
#include "ui/commands/replace_data.h"
#include "ui/document/document.h"

#include <QFileInfo>

namespace broto::ui {

OpenJob::OpenJob(Document& document, JobRunner& runner) : m_document(document), m_runner(runner) {}

void OpenJob::openFile(const QString& path)
{
    const std::filesystem::path file(path.toStdU16String());
    if (QFileInfo(path).suffix().compare(u"broto", Qt::CaseInsensitive) == 0)
        m_runner.start(
            JobKind::OpenProject, [file](const RunControl&) { return loadProject(file); },
            [this, path](Result<Project> result) { deliver(std::move(result), path); });
    else
        m_runner.start(
            JobKind::OpenTable, [file](const RunControl& control) { return projectWithFile(file, {}, control); },
            [this](Result<Project> result) { deliver(std::move(result), {}); });
}

void OpenJob::openSample(const Sample& sample)
{
    m_runner.start(
        JobKind::OpenTable,
        [sample](const RunControl& control) {
            return projectWithData(std::string(sample.fileName), std::string(sample.csv), sample.sidecar, {}, control);
        },
        [this](Result<Project> result) { deliver(std::move(result), {}); });
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

void OpenJob::deliver(Result<Project> result, const QString& filePath)
{
    if (!result) {
        emit failed(result.error());
        return;
    }
    m_document.replace(std::move(*result), filePath);
    emit opened();
}

}

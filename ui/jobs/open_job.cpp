#include "ui/jobs/open_job.h"

#include "data/kept_choices.h"
#include "data/samples.h"
#include "import/import_model.h"
#include "project/imported_model.h"
#include "project/project_file.h"
#include "project/workflow.h"
#include "ui/commands/change_test_file.h"
#include "ui/commands/import_model.h"
#include "ui/commands/replace_data.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/jobs/learning_goes_on.h"

#include <QFileInfo>

namespace broto::ui {

namespace {

enum class FileKind { Project, Model, Table };

FileKind kindOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"broto")
        return FileKind::Project;
    return suffix == u"tflite" || suffix == u"onnx" || suffix == u"json" ? FileKind::Model : FileKind::Table;
}

std::filesystem::path pathOf(const QString& path)
{
    return path.toStdU16String();
}

Message notTakenAlong(const Message& reason)
{
    return message(reason.id,
                   BROTO_TEXT("core", "The model was not taken along: %1 Choose the columns that it was made for, and "
                                      "open the model again."),
                   messageText(reason).toStdString());
}

Message editedMeanwhile()
{
    return message("ui.edited-meanwhile",
                   BROTO_TEXT("core", "While it was read, the project was edited. Save the project or undo that, and "
                                      "open the file again."));
}

Message otherTableMeanwhile()
{
    return message("ui.other-table-meanwhile",
                   BROTO_TEXT("core", "While the rows were added, another table was opened. Add them again."));
}

/// Holds what the document has until it has run on the worker thread: to free a large table is more than a turn's work.
std::function<void()> freeing(const Document& document)
{
    struct Contents {
        Project project;
        std::shared_ptr<const Dataset> dataset;
    };
    auto contents = std::make_shared<const Contents>(Contents{document.project(), document.dataset()});
    return [contents = std::move(contents)] {};
}

}

OpenJob::OpenJob(Document& document, JobRunner& runner) : m_document(document), m_runner(runner)
{
    connect(&document.history(), &QUndoStack::indexChanged, this, [this] { m_edited = true; });
    connect(&runner, &JobRunner::finished, this, [this](JobKind kind, JobRunner::Outcome outcome) {
        const bool opens = kind == JobKind::OpenTable || kind == JobKind::OpenProject || kind == JobKind::ImportModel;
        if (!opens || outcome != JobRunner::Outcome::Dropped)
            return;
        endRows(false);
        emit dropped();
    });
}

void OpenJob::openFile(const QString& path)
{
    m_edited = false;
    const FileKind kind = kindOf(path);
    if (kind == FileKind::Project)
        openProject(path);
    else if (kind == FileKind::Table)
        openTable([file = pathOf(path)](const RunControl& control) { return projectWithFile(file, {}, control); },
                  QFileInfo(path).fileName());
    else
        keepsDocument(path) ? importModelFrom(path) : openModel(path);
}

bool OpenJob::keepsDocument(const QString& path) const
{
    return kindOf(path) == FileKind::Model && m_document.project().source;
}

bool OpenJob::isProject(const QString& path)
{
    return kindOf(path) == FileKind::Project;
}

void OpenJob::openProject(const QString& path)
{
    struct Loaded {
        Project project;
        std::optional<FileStamp> stamp; ///< from before it was read: what is written meanwhile is noticed
    };
    m_runner.start(
        JobKind::OpenProject,
        [file = pathOf(path)](const RunControl&) -> Result<Loaded> {
            const std::optional<FileStamp> stamp = fileStamp(file);
            Result<Project> project = loadProject(file);
            return project ? Result<Loaded>(Loaded{std::move(*project), stamp}) : project.error();
        },
        [this, path](Result<Loaded> result) {
            const std::optional<FileStamp> stamp = result ? result->stamp : std::nullopt;
            Result<Project> project = result ? Result<Project>(std::move(result->project)) : result.error();
            if (!mayReplace(project, QFileInfo(path).fileName()))
                return;
            std::function<void()> before = freeing(m_document);
            m_document.replace(std::move(*project), path, stamp);
            m_runner.doFirst(std::move(before));
            emit opened();
        });
}

void OpenJob::openCopy(const QString& path)
{
    m_edited = false;
    m_runner.start(
        JobKind::OpenProject, [file = pathOf(path)](const RunControl&) { return loadProject(file); },
        [this, path](Result<Project> result) { deliver(std::move(result), QFileInfo(path).fileName()); });
}

void OpenJob::openLeft(const LeftProject& left)
{
    m_edited = false;
    m_runner.start(
        JobKind::OpenProject, [place = left.place](const RunControl&) { return place->read(); },
        [this, left](Result<Project> result) {
            if (!mayReplace(result, QString::fromStdString(left.note.name)))
                return;
            std::function<void()> before = freeing(m_document);
            m_document.replace(std::move(*result), QString::fromStdString(left.note.file), left.note.stamp,
                               Document::Start::Unsaved);
            m_runner.doFirst(std::move(before));
            emit leftOpened(left);
            emit opened();
        });
}

void OpenJob::openTable(Read read, const QString& fileName)
{
    if (modelWithoutRows(m_document.project()))
        openTableOfModel(std::move(read), fileName);
    else
        m_runner.start(JobKind::OpenTable, std::move(read),
                       [this, fileName](Result<Project> result) { deliver(std::move(result), fileName); });
}

void OpenJob::openModel(const QString& path)
{
    m_runner.start(
        JobKind::ImportModel,
        [file = pathOf(path)](const RunControl&) -> Result<Project> {
            Result<DeployableModel> model = importModelFile(file);
            return model ? Result<Project>(projectWithModel(std::move(*model))) : model.error();
        },
        [this, path](Result<Project> result) { deliver(std::move(result), QFileInfo(path).fileName()); });
}

/// The table is opened even where the model cannot take its rows: then its columns can be chosen otherwise.
void OpenJob::openTableOfModel(Read read, const QString& fileName)
{
    struct Joined {
        Project project;
        std::optional<Message> problem; ///< why the model is not in it
    };
    m_runner.start(
        JobKind::OpenTable,
        [read = std::move(read),
         model = *modelWithoutRows(m_document.project())](const RunControl& control) -> Result<Joined> {
            Result<Project> table = read(control);
            if (!table)
                return table.error();
            Result<Project> joined = withModelOfRows(*table, model, control);
            return joined ? Joined{std::move(*joined), {}} : Joined{std::move(*table), joined.error()};
        },
        [this, fileName](Result<Joined> result) {
            deliver(result ? Result<Project>(std::move(result->project)) : result.error(), fileName);
            if (result && result->problem)
                m_document.report(Stage::Data, notTakenAlong(*result->problem));
            endRows(result.ok());
        });
}

void OpenJob::importModelFrom(const QString& path)
{
    const auto dataset = m_document.datasetIsCurrent() ? m_document.dataset() : nullptr;
    m_runner.start(
        JobKind::ImportModel,
        [file = pathOf(path), project = m_document.project(), dataset](const RunControl& control) -> Result<Project> {
            Result<DeployableModel> model = importModelFile(file);
            if (!model)
                return model.error();
            if (dataset)
                return withImportedModel(project, *dataset, std::move(*model), {}, control);
            const Result<Dataset> data = datasetOf(project, control);
            return data ? withImportedModel(project, *data, std::move(*model), {}, control) : data.error();
        },
        [this, path](const Result<Project>& result) { takeModel(result, QFileInfo(path).fileName()); });
}

void OpenJob::takeModel(const Result<Project>& result, const QString& fileName)
{
    if (!result)
        emit failed(notOpened(fileName, result.error()));
    else if (m_edited)
        emit failed(notOpened(fileName, editedMeanwhile()));
    else {
        m_document.history().push(new ImportModel(m_document, *result));
        emit imported();
    }
}

void OpenJob::openSample(const Sample& sample)
{
    m_edited = false;
    m_runner.start(
        JobKind::OpenTable,
        [sample](const RunControl& control) {
            return projectWithData(std::string(sample.fileName), std::string(sample.csv), sample.sidecar, {}, control);
        },
        [this, name = QString::fromUtf8(sample.fileName)](Result<Project> result) {
            deliver(std::move(result), name);
        });
}

void OpenJob::readAgain(const ReadOptions& reading)
{
    const auto& source = m_document.project().source;
    if (!source || !mayBegin(Stage::Data))
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

bool OpenJob::addRows(const CapturedRows& rows, std::function<void(bool added)> then)
{
    m_edited = false;
    if (!mayBegin(Stage::Device))
        return false;
    m_document.clearProblem(Stage::Device);
    const auto& source = m_document.project().source;
    if (!source) {
        addFirstRows(rows);
        m_afterRows = std::move(then);
        return true;
    }
    m_runner.start(
        JobKind::OpenTable,
        [source = *source, reading = m_document.project().data.reading,
         rows](const RunControl& control) -> Result<Project> {
            Result<std::string> longer = withRowsAppended(source.bytes->view(), rows, reading);
            if (!longer)
                return longer.error();
            return projectWithData(source.fileName, *std::move(longer), {}, reading, control);
        },
        [this, before = source->bytes](const Result<Project>& result) { takeLongerTable(result, before.get()); });
    m_afterRows = std::move(then); // now that those before have been dropped
    return true;
}

void OpenJob::endRows(bool added)
{
    if (const auto then = std::exchange(m_afterRows, {}))
        then(added);
}

void OpenJob::addFirstRows(const CapturedRows& rows)
{
    const QString name = tr("capture.csv");
    Read read = [fileName = name.toStdString(), csv = csvOf(rows)](const RunControl& control) {
        return projectWithData(fileName, csv, {}, {}, control);
    };
    if (modelWithoutRows(m_document.project())) {
        openTableOfModel(std::move(read), name);
        return;
    }
    m_runner.start(JobKind::OpenTable, std::move(read),
                   [this, name](Result<Project> result) { endRows(replaceDocument(std::move(result), name)); });
}

void OpenJob::takeLongerTable(const Result<Project>& result, const FileBytes* before)
{
    const auto& source = m_document.project().source;
    if (!result) {
        if (result.error().id != "common.cancelled")
            m_document.report(Stage::Device, result.error());
        endRows(false);
    } else if (!source || source->bytes.get() != before) {
        m_document.report(Stage::Device, otherTableMeanwhile());
        endRows(false);
    } else {
        const Project& now = m_document.project();
        DataChoices choices = keptChoices(now.data, *source->table, *result->source->table);
        choices.reading = now.data.reading;
        m_document.history().push(new ReplaceData(m_document, *result->source, std::move(choices), tr("Add rows")));
        endRows(true);
    }
}

void OpenJob::openTestFile(const QString& path)
{
    if (!mayBegin(Stage::Data))
        return;
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

void OpenJob::deliver(Result<Project> result, const QString& fileName)
{
    if (replaceDocument(std::move(result), fileName))
        emit opened();
}

bool OpenJob::replaceDocument(Result<Project> result, const QString& fileName)
{
    if (!mayReplace(result, fileName))
        return false;
    std::function<void()> before = freeing(m_document);
    m_document.replace(std::move(*result), {});
    m_runner.doFirst(std::move(before));
    return true;
}

bool OpenJob::mayBegin(Stage stage)
{
    const std::optional<Message> learning = learningGoesOn(m_runner);
    if (learning)
        m_document.report(stage, *learning);
    return !learning;
}

bool OpenJob::mayReplace(const Result<Project>& result, const QString& fileName)
{
    if (!result) {
        emit failed(notOpened(fileName, result.error()));
        return false;
    }
    // Nobody was asked about what has been edited since.
    if (m_document.modified() && m_edited) {
        emit failed(notOpened(fileName, editedMeanwhile()));
        return false;
    }
    return true;
}

}

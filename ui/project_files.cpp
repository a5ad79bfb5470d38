#include "ui/project_files.h"

#include "project/workflow.h"
#include "ui/document/document.h"
#include "ui/jobs/open_job.h"
#include "ui/jobs/save_job.h"
#include "ui/jobs/training_job.h"
#include "ui/widgets/loss_questions.h"
#include "ui/widgets/message_strip.h"
#include "ui/window_settings.h"

#include <QFileDialog>
#include <QFileInfo>

namespace broto::ui {

namespace {

std::filesystem::path placeOf(const QString& path)
{
    return path.toStdU16String();
}

Message openInAnotherWindow(const QString& path)
{
    return message("ui.open-elsewhere",
                   BROTO_TEXT("core", "%1 is open in another window of Broto. If both save it, the last one wins."),
                   QFileInfo(path).fileName().toStdString());
}

Message changedByOthers(const QString& path)
{
    return message("ui.changed-by-others",
                   BROTO_TEXT("core", "%1 was not saved: another program has written it since it was opened here. "
                                      "Saving would replace what is there now."),
                   QFileInfo(path).fileName().toStdString());
}

Message takenElsewhere(const QString& path)
{
    return message("ui.saving-open-elsewhere",
                   BROTO_TEXT("core", "%1 was not saved: it is open in another window of Broto. Saving would replace "
                                      "what is there now."),
                   QFileInfo(path).fileName().toStdString());
}

}

ProjectFiles::ProjectFiles(Document& document, JobRunner& runner, OpenJob& open, SaveJob& saver, TrainingJob& training,
                           WindowSettings& settings, MessageStrip& line, QWidget& window)
    : QObject(&window),
      m_document(document),
      m_runner(runner),
      m_open(open),
      m_saver(saver),
      m_training(training),
      m_settings(settings),
      m_line(line),
      m_window(window)
{
    connect(&open, &OpenJob::opened, this, [this] {
        if (m_document.filePath().isEmpty())
            return;
        m_settings.addRecentProject(m_document.filePath());
        emit recentChanged();
    });
    connect(&document, &Document::projectReplaced, &line, &MessageStrip::clear);
    connect(&document, &Document::fileChanged, this, &ProjectFiles::claimFile);
}

void ProjectFiles::chooseAndOpen()
{
    chooseFile(tr("Open a table, a project or a model"),
               tr("Tables, projects and models (*.csv *.tsv *.txt *.broto *.tflite *.onnx *.json);;All files (*)"));
}

void ProjectFiles::chooseAndImport()
{
    chooseFile(tr("Import a model"), tr("TensorFlow Lite, ONNX, TensorFlores (*.tflite *.onnx *.json)"));
}

void ProjectFiles::chooseFile(const QString& title, const QString& filter)
{
    auto* dialog = new QFileDialog(&m_window, title, QString(), filter);
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ProjectFiles::open);
    dialog->open();
}

void ProjectFiles::open(const QString& path)
{
    const Next open = [this, path] { m_open.openFile(path); };
    if (m_open.keepsDocument(path)) {
        whenNotTraining(open);
    } else if (OpenJob::isProject(path) && openElsewhere(path)) {
        m_line.ask(Severity::Warning, openInAnotherWindow(path),
                   {{QT_TRANSLATE_NOOP("Answers", "Open a copy"),
                     [this, path] { whenSafe([this, path] { m_open.openCopy(path); }); }},
                    {QT_TRANSLATE_NOOP("Answers", "Open anyway"), [this, open] { whenSafe(open); }}});
        m_document.note(openInAnotherWindow(path));
    } else {
        whenSafe(open);
    }
}

void ProjectFiles::save()
{
    saveThen({});
}

void ProjectFiles::saveAs()
{
    openSaveDialog({});
}

void ProjectFiles::saveTo(const QString& path)
{
    saveUnlessForeign(path, {});
}

void ProjectFiles::openSaveDialog(Next next)
{
    auto* dialog = new QFileDialog(&m_window, tr("Save the project"), QString(), tr("Broto projects (*.broto)"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("broto"));
    dialog->selectFile(QString::fromStdString(projectName(m_document.project())) + QStringLiteral(".broto"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, next = std::move(next)](const QString& path) { saveUnlessForeign(path, next); });
    dialog->open();
}

bool ProjectFiles::saving() const
{
    return m_saver.saving();
}

bool ProjectFiles::safe() const
{
    return !losesWork() && !m_saver.saving() && !m_document.modified();
}

void ProjectFiles::whenSafe(std::function<void()> next)
{
    whenNothingIsUnderWay([this, next = std::move(next)] {
        m_saver.whenDone([this, next] {
            if (m_document.modified())
                askAboutUnsaved(m_window, {[this, next] { saveThen(next); }, next});
            else
                next();
        });
    });
}

/// A job that would be missed: what has been learned, or a board with half a program.
bool ProjectFiles::losesWork() const
{
    const std::optional<JobKind> current = m_runner.current();
    return current && (learns(*current) || *current == JobKind::Upload);
}

void ProjectFiles::whenNothingIsUnderWay(Next next)
{
    if (!losesWork() || m_training.running()) {
        whenNotTraining(std::move(next));
        return;
    }
    askAboutWork(m_window, *m_runner.current(), [this, kind = *m_runner.current(), next = std::move(next)] {
        if (m_runner.current() == kind)
            m_runner.cancel();
        next();
    });
}

void ProjectFiles::whenNotTraining(Next next)
{
    if (!m_training.running()) {
        next();
        return;
    }
    const auto afterTraining = [this, next = std::move(next)](void (TrainingJob::*endIt)()) {
        if (!m_training.running()) { // it has come to its end while it was asked about
            next();
            return;
        }
        connect(&m_training, &TrainingJob::ended, this, next,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        (m_training.*endIt)();
    };
    askAboutTraining(m_window, m_training.epochs(),
                     {[afterTraining] { afterTraining(&TrainingJob::stop); },
                      [afterTraining] { afterTraining(&TrainingJob::drop); }});
}

/// What is being saved already comes first: its file is to be looked at when it is there.
void ProjectFiles::saveThen(Next next)
{
    m_saver.whenDone([this, next = std::move(next)] {
        if (m_document.filePath().isEmpty())
            openSaveDialog(next);
        else
            saveUnlessForeign(m_document.filePath(), next);
    });
}

/// What somebody else has written is not replaced unasked. A place that the file dialog has asked about is another's
/// only while it is open there.
void ProjectFiles::saveUnlessForeign(const QString& path, Next next)
{
    const bool own = path == m_document.filePath();
    const std::optional<FileStamp> now = fileStamp(placeOf(path));
    const bool changed = own && m_document.fileStamp() && now && now != m_document.fileStamp();
    const bool taken = !own && openElsewhere(path);
    if (!changed && !taken) {
        write(path, own ? now : std::nullopt, next);
        return;
    }
    const Message reason = changed ? changedByOthers(path) : takenElsewhere(path);
    m_document.note(reason);
    m_line.ask(Severity::Warning, reason,
               {{QT_TRANSLATE_NOOP("Answers", "Save as…"), [this, next] { openSaveDialog(next); }},
                {QT_TRANSLATE_NOOP("Answers", "Replace it"), [this, path, next] { write(path, {}, next); }}});
}

void ProjectFiles::write(const QString& path, const std::optional<FileStamp>& expected, const Next& next)
{
    m_saver.save(path, expected, [this, path, next](const Result<void>& outcome) {
        if (outcome)
            takeSaved(path, next);
        else
            sayNotSaved(outcome.error(), path, next);
    });
}

void ProjectFiles::takeSaved(const QString& path, const Next& next)
{
    m_line.clear();
    m_settings.addRecentProject(path);
    emit saved();
    emit recentChanged();
    if (next && m_document.modified()) // it was edited while it was saved
        whenSafe(next);
    else if (next)
        next();
}

void ProjectFiles::sayNotSaved(const Message& reason, const QString& path, const Next& next)
{
    m_document.note(reason);
    m_line.ask(Severity::Error, reason,
               {{QT_TRANSLATE_NOOP("Answers", "Save as…"), [this, next] { openSaveDialog(next); }},
                {QT_TRANSLATE_NOOP("Answers", "Try again"), [this, path, next] { saveUnlessForeign(path, next); }}});
}

bool ProjectFiles::openElsewhere(const QString& path) const
{
    const std::filesystem::path place = placeOf(path);
    return !(m_claim && m_claim->isOf(place)) && FileClaim::taken(place);
}

/// Follows the document's file. One that somebody else has stays theirs.
void ProjectFiles::claimFile()
{
    const std::filesystem::path place = placeOf(m_document.filePath());
    if (m_claim && !place.empty() && m_claim->isOf(place))
        return;
    m_claim.reset();
    if (!place.empty())
        m_claim = FileClaim::take(place);
}

}

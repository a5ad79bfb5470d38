#include "ui/project_files.h"

#include "project/project_file.h"
#include "project/workflow.h"
#include "ui/document/document.h"
#include "ui/jobs/open_job.h"
#include "ui/window_settings.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace broto::ui {

ProjectFiles::ProjectFiles(Document& document, OpenJob& open, WindowSettings& settings, QWidget& window)
    : QObject(&window), m_document(document), m_open(open), m_settings(settings), m_window(window)
{
    connect(&open, &OpenJob::opened, this, [this] {
        if (m_document.filePath().isEmpty())
            return;
        m_settings.addRecentProject(m_document.filePath());
        emit recentChanged();
    });
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
    if (m_open.keepsDocument(path))
        m_open.openFile(path);
    else
        whenSafe([this, path] { m_open.openFile(path); });
}

void ProjectFiles::save()
{
    saveThen([] {});
}

void ProjectFiles::saveAs()
{
    openSaveDialog();
}

QFileDialog* ProjectFiles::openSaveDialog()
{
    auto* dialog = new QFileDialog(&m_window, tr("Save the project"), QString(), tr("Broto projects (*.broto)"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("broto"));
    dialog->selectFile(QString::fromStdString(projectName(m_document.project())) + QStringLiteral(".broto"));
    connect(dialog, &QFileDialog::fileSelected, this, &ProjectFiles::saveTo);
    dialog->open();
    return dialog;
}

void ProjectFiles::whenSafe(std::function<void()> next)
{
    if (m_document.modified())
        askToSave(std::move(next));
    else
        next();
}

bool ProjectFiles::saveTo(const QString& path)
{
    const Result<void> saved = saveProject(m_document.project(), std::filesystem::path(path.toStdU16String()));
    if (!saved) {
        emit failed(saved.error());
        return false;
    }
    m_document.markSaved(path);
    m_settings.addRecentProject(path);
    emit recentChanged();
    return true;
}

void ProjectFiles::askToSave(std::function<void()> next)
{
    auto* question = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"),
                                     tr("This project has changes that are not saved."),
                                     QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    question->setObjectName(QStringLiteral("unsavedQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Save them first?"));
    question->button(QMessageBox::Save)->setText(tr("Save"));
    question->button(QMessageBox::Discard)->setText(tr("Do not save"));
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    connect(question, &QMessageBox::finished, this, [this, next = std::move(next)](int answer) {
        if (answer == QMessageBox::Save)
            saveThen(next);
        else if (answer == QMessageBox::Discard)
            next();
    });
    question->open();
}

void ProjectFiles::saveThen(std::function<void()> next)
{
    if (!m_document.filePath().isEmpty()) {
        if (saveTo(m_document.filePath()))
            next();
        return;
    }
    connect(openSaveDialog(), &QFileDialog::fileSelected, this, [this, next = std::move(next)] {
        if (!m_document.modified())
            next();
    });
}

}

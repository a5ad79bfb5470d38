#include "ui/pages/export_actions.h"

#include "device/arduino_ide.h"
#include "export/placed_files.h"
#include "platform/file.h"
#include "ui/document/document.h"
#include "ui/widgets/promised_files.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDrag>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPixmap>
#include <QPushButton>

namespace broto::ui {

namespace {

std::filesystem::path corePath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

}

ExportActions::ExportActions(Document& document, QWidget* window)
    : QObject(window), m_document(document), m_window(window), m_ide(findArduinoIde())
{
    runDrag = [this](QMimeData* mime, const QPixmap& picture) {
        auto* drag = new QDrag(m_window);
        drag->setMimeData(mime);
        drag->setPixmap(picture);
        return drag->exec(Qt::CopyAction);
    };
    openUrl = &QDesktopServices::openUrl;
    mayReplace = [this](const QStringList& names) {
        QMessageBox question(
            QMessageBox::Warning, tr("Save the export"),
            tr("There is already %1 with other content. Replace it?").arg(names.join(QStringLiteral(", "))),
            QMessageBox::Cancel, m_window);
        QPushButton* replace = question.addButton(tr("Replace"), QMessageBox::DestructiveRole);
        question.exec();
        return question.clickedButton() == replace;
    };
}

template<class Value>
bool ExportActions::reported(const Result<Value>& result)
{
    if (result)
        m_document.clearProblem(Stage::Export);
    else
        m_document.report(Stage::Export, result.error());
    return result.ok();
}

void ExportActions::setFiles(std::shared_ptr<const ExportedFiles> files)
{
    m_files = std::move(files);
    m_savedIn.clear();
}

void ExportActions::saveAs()
{
    if (!hasFiles())
        return;
    auto* dialog = new QFileDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_files->size() == 1) {
        dialog->setWindowTitle(tr("Save the export"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        const QString name = QString::fromStdString(m_files->front().path);
        dialog->setDefaultSuffix(name.mid(name.lastIndexOf(u'.') + 1));
        dialog->selectFile(name);
        connect(dialog, &QFileDialog::fileSelected, this, &ExportActions::saveTo);
    } else {
        dialog->setWindowTitle(tr("The folder to save the export in"));
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, &ExportActions::saveInto);
    }
    dialog->open();
}

bool ExportActions::saveTo(const QString& path)
{
    if (!hasFiles())
        return false;
    const auto target = corePath(path);
    const bool saved = reported(writeFileAtomically(target, m_files->front().bytes));
    if (saved) {
        m_savedIn = target.parent_path();
        emit taken();
    }
    return saved;
}

void ExportActions::saveInto(const QString& folder)
{
    if (!hasFiles())
        return;
    QStringList others;
    for (const std::string& name : namesThatDiffer(*m_files, corePath(folder)))
        others << QString::fromStdString(name);
    if ((others.isEmpty() || mayReplace(others)) && reported(placeFiles(*m_files, corePath(folder)))) {
        m_savedIn = corePath(folder);
        emit taken();
    }
}

void ExportActions::copyFiles()
{
    if (!hasFiles())
        return;
    auto promise = std::make_unique<PromisedFiles>(m_files);
    if (!promise->write()) {
        m_document.report(Stage::Export, *promise->problem());
        return;
    }
    QGuiApplication::clipboard()->setMimeData(promise.release());
    emit taken();
}

void ExportActions::drag(const QPixmap& picture)
{
    if (!hasFiles())
        return;
    auto* promise = new PromisedFiles(m_files);
    connect(promise, &PromisedFiles::failed, this,
            [this](const Message& problem) { m_document.report(Stage::Export, problem); });
    if (runDrag(promise, picture) != Qt::IgnoreAction)
        emit taken();
}

void ExportActions::showInFolder()
{
    if (!hasFiles())
        return;
    std::error_code error;
    if (m_savedIn.empty() || !std::filesystem::is_directory(m_savedIn, error)) {
        const auto placed = placeForOthers(*m_files);
        if (!reported(placed))
            return;
        m_savedIn = placed->front().parent_path();
    }
    if (!openUrl(fileUrl(m_savedIn)))
        m_document.report(Stage::Export,
                          message("export.no-file-manager",
                                  BROTO_TEXT("core", "No file manager could be started. The files are in %1."),
                                  m_savedIn.string()));
}

bool ExportActions::canOpenInArduinoIde() const
{
    return m_ide && hasFiles() && !sketchIn(*m_files).empty();
}

void ExportActions::openInArduinoIde()
{
    if (!canOpenInArduinoIde())
        return;
    const Result<std::filesystem::path> sketch = placeSketch(*m_files, usualSketchbook());
    if (reported(sketch) && reported(openWith(*m_ide, *sketch)))
        emit taken();
}

}

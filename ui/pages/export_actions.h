#pragma once

#include "export/exported_files.h"
#include "platform/desktop_program.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QMimeData;
class QPixmap;
class QWidget;

namespace broto::ui {

class Document;

/// What can be done with exported files: save, copy, drag, show and open them. What goes wrong is reported to the
/// document as a problem of the stage.
class ExportActions : public QObject {
    Q_OBJECT

public:
    ExportActions(Document& document, QWidget* window);

    void setFiles(std::shared_ptr<const ExportedFiles> files); ///< null: there are none yet
    bool hasFiles() const { return m_files && !m_files->empty(); }

    void saveAs();                        ///< asks where
    bool saveTo(const QString& path);     ///< the only file
    void saveInto(const QString& folder); ///< all; asks before it replaces others
    void copyFiles();
    void drag(const QPixmap& picture);
    void showInFolder();              ///< where they were saved, or else where others may take them
    bool canOpenInArduinoIde() const; ///< the IDE is installed and there is a sketch
    void openInArduinoIde();

    // What a test cannot have happen on its screen.
    std::function<Qt::DropAction(QMimeData*, const QPixmap&)> runDrag; ///< takes the data
    std::function<bool(const QUrl&)> openUrl;
    std::function<bool(const QStringList& names)> mayReplace;

signals:
    void taken(); ///< by any of these ways

private:
    template<class Value>
    bool reported(const Result<Value>& result);

    Document& m_document;
    QWidget* m_window;
    std::shared_ptr<const ExportedFiles> m_files;
    std::filesystem::path m_savedIn; ///< the files of now; empty: nowhere yet
    std::optional<DesktopProgram> m_ide;
};

}

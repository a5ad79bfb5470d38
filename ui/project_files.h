#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QFileDialog;
class QWidget;

namespace broto {
struct Message;
}

namespace broto::ui {

class Document;
class OpenJob;
class WindowSettings;

/// Opening and saving as a person sees it: the dialogs, the question about unsaved changes, the recent projects.
class ProjectFiles : public QObject {
    Q_OBJECT

public:
    ProjectFiles(Document& document, OpenJob& open, WindowSettings& settings, QWidget& window);

    void chooseAndOpen();
    void chooseAndImport(); ///< a model
    void open(const QString& path);
    void save();
    void saveAs();

    /// Calls `next` when nothing would be lost: at once, after saving, or when the person does not want to keep it.
    void whenSafe(std::function<void()> next);

    bool saveTo(const QString& path);

signals:
    void failed(const Message& reason);
    void recentChanged();

private:
    void chooseFile(const QString& title, const QString& filter);
    QFileDialog* openSaveDialog();
    void askToSave(std::function<void()> next);
    void saveThen(std::function<void()> next);

    Document& m_document;
    OpenJob& m_open;
    WindowSettings& m_settings;
    QWidget& m_window;
};

}

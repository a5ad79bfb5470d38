#pragma once

#include "platform/file_claim.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QFileDialog;
class QWidget;

namespace broto {
struct Message;
}

namespace broto::ui {

class Document;
class JobRunner;
class MessageStrip;
class OpenJob;
class SaveJob;
class TrainingJob;
class WindowSettings;

/// Opening and saving as a person sees it: the dialogs, the questions before something is lost, the recent projects.
/// What is wrong with a project's file is said on a line above the page, with what can be done about it.
class ProjectFiles : public QObject {
    Q_OBJECT

public:
    ProjectFiles(Document& document, JobRunner& runner, OpenJob& open, SaveJob& saver, TrainingJob& training,
                 WindowSettings& settings, MessageStrip& line, QWidget& window);

    void chooseAndOpen();
    void chooseAndImport(); ///< a model
    void open(const QString& path);
    void save();
    void saveAs();
    void saveTo(const QString& path);

    bool saving() const;

    /// Nothing would be lost if the project went now.
    bool safe() const;

    /// Calls `next` when nothing would be lost: at once, after saving, or when the person does not want to keep it.
    void whenSafe(std::function<void()> next);

signals:
    void saved();
    void recentChanged();

private:
    using Next = std::function<void()>; ///< empty: nothing

    void chooseFile(const QString& title, const QString& filter);
    void openSaveDialog(Next next);
    void whenNothingIsUnderWay(Next next);
    void whenNotTraining(Next next);
    bool losesWork() const;
    void saveThen(Next next);
    void saveUnlessForeign(const QString& path, Next next);
    void write(const QString& path, const std::optional<FileStamp>& expected, const Next& next);
    void takeSaved(const QString& path, const Next& next);
    void sayNotSaved(const Message& reason, const QString& path, const Next& next);
    bool openElsewhere(const QString& path) const;
    void claimFile();

    Document& m_document;
    JobRunner& m_runner;
    OpenJob& m_open;
    SaveJob& m_saver;
    TrainingJob& m_training;
    WindowSettings& m_settings;
    MessageStrip& m_line;
    QWidget& m_window;
    std::optional<FileClaim> m_claim; ///< to the document's file, while nobody else has it
};

}

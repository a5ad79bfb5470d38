#pragma once

#include "data/table.h"
#include "device/captured_rows.h"
#include "project/stage.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/left_project.h"

#include <QObject>
#include <QString>

#include <functional>

namespace broto {
class FileBytes;
struct Project;
struct Sample;
}

namespace broto::ui {

class Document;

/// Brings a table, a project or another tool's model into the document: from a file, a bundled sample, or the same
/// table read again.
class OpenJob : public QObject {
    Q_OBJECT

public:
    OpenJob(Document& document, JobRunner& runner);

    /// By its suffix a project or a model, anything else as a table. A model joins the table that is open, an edit that
    /// can be undone; a table joins a model that came without rows; anything else takes the place of what is open.
    void openFile(const QString& path);

    /// A project without its file: it will be saved to another one.
    void openCopy(const QString& path);

    /// What a program has left, as the project it was: not saved yet.
    void openLeft(const LeftProject& left);

    static bool isProject(const QString& path);

    /// Whether what is open stays when the file is opened.
    bool keepsDocument(const QString& path) const;
    void openSample(const Sample& sample);

    /// Reads the document's table with other settings; an edit that can be undone. What was chosen about columns that
    /// are still there stays chosen.
    void readAgain(const ReadOptions& reading);

    /// Takes the test rows from a file of their own; an edit that can be undone.
    void openTestFile(const QString& path);

    /// Puts captured rows behind those of the document's table, an edit that can be undone; where there is none, they
    /// become the table. What does not fit is reported on the page of the device. `then` is called once: whether they
    /// were added. Without that call nothing has begun, and false is returned.
    bool addRows(const CapturedRows& rows, std::function<void(bool added)> then);

signals:
    void opened();
    void leftOpened(const LeftProject& left); ///< before `opened`
    void imported();                          ///< a model, into the open project
    void failed(const Message& reason);       ///< nothing has changed
    void dropped();                           ///< what was to be opened: somebody cancelled it, or began something else

private:
    void openProject(const QString& path);
    using Read = std::function<Result<Project>(const RunControl&)>;

    void openTable(Read read, const QString& fileName);
    void openModel(const QString& path);
    void openTableOfModel(Read read, const QString& fileName);
    void importModelFrom(const QString& path);
    void takeModel(const Result<Project>& result, const QString& fileName);
    void endRows(bool added);
    void addFirstRows(const CapturedRows& rows);
    void takeReading(const Project& result);
    void takeLongerTable(const Result<Project>& result, const FileBytes* before);
    void deliver(Result<Project> result, const QString& fileName);
    bool replaceDocument(Result<Project> result, const QString& fileName);
    bool mayBegin(Stage stage);
    bool mayReplace(const Result<Project>& result, const QString& fileName);
    Message notOpened(const QString& fileName, const Message& reason) const;

    Document& m_document;
    JobRunner& m_runner;
    std::function<void(bool)> m_afterRows; ///< while rows are being added
    bool m_edited = false;                 ///< since reading began
};

}

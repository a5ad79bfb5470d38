#pragma once

#include "data/table.h"
#include "ui/jobs/job_runner.h"

#include <QObject>
#include <QString>

namespace broto {
struct Project;
struct Sample;
}

namespace broto::ui {

class Document;

/// Brings a table or a project into the document: from a file, a bundled sample, or the same table read again.
class OpenJob : public QObject {
    Q_OBJECT

public:
    OpenJob(Document& document, JobRunner& runner);

    /// A project by its suffix .broto, anything else as a table.
    void openFile(const QString& path);
    void openSample(const Sample& sample);

    /// Reads the document's table with other settings; an edit that can be undone. What was chosen about columns that
    /// are still there stays chosen.
    void readAgain(const ReadOptions& reading);

    /// Takes the test rows from a file of their own; an edit that can be undone.
    void openTestFile(const QString& path);

signals:
    void opened();
    void failed(const Message& reason); ///< nothing has changed

private:
    void takeReading(const Project& result);
    void deliver(Result<Project> result, const QString& filePath, const QString& fileName);
    Message notOpened(const QString& fileName, const Message& reason) const;

    Document& m_document;
    JobRunner& m_runner;
    int m_stepBefore = 0; ///< of the history, when reading began
};

}

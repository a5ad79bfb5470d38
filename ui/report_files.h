#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace broto::ui {

class Document;
class MessageStrip;
class ReportJob;

/// Reports as a person sees them: the dialog that asks where one goes, and the line that says what came of it.
class ReportFiles : public QObject {
    Q_OBJECT

public:
    ReportFiles(Document& document, ReportJob& writer, MessageStrip& line, QWidget& window);

    void chooseAndWrite();
    void writeTo(const QString& path);

signals:
    void written(const QString& path);

private:
    Document& m_document;
    ReportJob& m_writer;
    MessageStrip& m_line;
    QWidget& m_window;
};

}

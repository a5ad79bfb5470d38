#pragma once

#include "ui/jobs/recovery_finder.h"

#include <QObject>

namespace broto::ui {

class Autosaver;
class Document;
class OpenJob;
class ProjectFiles;
class RecoveryList;

/// What programs have left that ended without being asked to: looked for at the start, offered on a list, opened or
/// discarded as the person wants.
class Recovery : public QObject {
    Q_OBJECT

public:
    Recovery(Document& document, OpenJob& open, Autosaver& autosaver, ProjectFiles& files, RecoveryList& list,
             QObject* parent);

    void search() { m_finder.search(); }

signals:
    void searched(); ///< what was left is known
    void offered();  ///< something was found
    void opened(const Message& what);

private:
    void takeFound();
    void open(const LeftProject& left);
    void discard(const LeftProject& left);
    void takeOpened(const LeftProject& left);

    Document& m_document;
    OpenJob& m_open;
    Autosaver& m_autosaver;
    ProjectFiles& m_files;
    RecoveryList& m_list;
    RecoveryFinder m_finder;
    bool m_searched = false;
};

}

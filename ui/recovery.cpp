#include "ui/recovery.h"

#include "ui/document/document.h"
#include "ui/jobs/autosaver.h"
#include "ui/jobs/open_job.h"
#include "ui/project_files.h"
#include "ui/widgets/recovery_list.h"

namespace broto::ui {

Recovery::Recovery(Document& document, OpenJob& open, Autosaver& autosaver, ProjectFiles& files, RecoveryList& list,
                   QObject* parent)
    : QObject(parent), m_document(document), m_open(open), m_autosaver(autosaver), m_files(files), m_list(list)
{
    connect(&m_finder, &RecoveryFinder::foundChanged, this, &Recovery::takeFound);
    connect(&list, &RecoveryList::openWanted, this, &Recovery::open);
    connect(&list, &RecoveryList::discardWanted, this, &Recovery::discard);
    connect(&open, &OpenJob::leftOpened, this, &Recovery::takeOpened);
}

void Recovery::takeFound()
{
    m_list.show(m_finder.found());
    if (std::exchange(m_searched, true))
        return;
    emit searched();
    if (m_finder.found().empty())
        return;
    for (const LeftProject& left : m_finder.found())
        m_document.note(offerOf(left));
    emit offered();
}

void Recovery::open(const LeftProject& left)
{
    m_files.whenSafe([this, left] { m_open.openLeft(left); });
}

void Recovery::discard(const LeftProject& left)
{
    left.place->clear();
    m_finder.forget(left.place);
}

void Recovery::takeOpened(const LeftProject& left)
{
    m_autosaver.adopt(left.place); // what lies there is the document now, and stays until it is saved
    m_finder.forget(left.place);
    const Message what = openedOf(left);
    m_document.note(what);
    emit opened(what);
}

}

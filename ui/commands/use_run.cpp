#include "ui/commands/use_run.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

UseRun::UseRun(Document& document, const Project& after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Use run %1").arg(after.trained->number)),
      m_document(document),
      m_before(runChoiceOf(document.project())),
      m_after(runChoiceOf(after))
{
}

void UseRun::undo()
{
    m_document.setRuns(withRunChoice(m_document.project(), m_before));
}

void UseRun::redo()
{
    m_document.setRuns(withRunChoice(m_document.project(), m_after));
}

}

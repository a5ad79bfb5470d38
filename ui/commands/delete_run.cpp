#include "ui/commands/delete_run.h"

#include "project/kept_runs.h"
#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

DeleteRun::DeleteRun(Document& document, std::shared_ptr<const TrainedNetwork> run)
    : QUndoCommand(QCoreApplication::translate("Commands", "Delete run %1").arg(run->number)),
      m_document(document),
      m_run(std::move(run)),
      m_number(m_run->number)
{
}

void DeleteRun::undo()
{
    const Project& before = m_document.project();
    const Project after = withEarlierRun(before, m_run);
    for (const auto& run : after.earlierRuns)
        if (!findRun(before, run->number))
            m_number = run->number;
    m_document.setRuns(after);
}

void DeleteRun::redo()
{
    m_document.setRuns(withoutEarlierRun(m_document.project(), m_number));
}

}

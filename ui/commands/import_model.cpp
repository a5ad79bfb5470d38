#include "ui/commands/import_model.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ImportModel::ImportModel(Document& document, const Project& after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Import a model")),
      m_document(document),
      m_before(runChoiceOf(document.project())),
      m_after(runChoiceOf(after))
{
}

void ImportModel::undo()
{
    const Project before = withRunChoice(m_document.project(), m_before); // which keeps the run among the earlier ones
    m_document.setRuns(withoutEarlierRun(before, m_after.trained->number));
}

void ImportModel::redo()
{
    m_document.setRuns(withRunChoice(m_document.project(), m_after));
}

}

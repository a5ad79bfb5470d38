#include "ui/commands/change_task.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ChangeTask::ChangeTask(Document& document, std::optional<Task> after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Change what is learned")),
      m_document(document),
      m_before(document.project().data.task),
      m_after(std::move(after))
{
}

void ChangeTask::undo()
{
    DataChoices choices = m_document.project().data;
    choices.task = m_before;
    m_document.setDataChoices(std::move(choices));
}

void ChangeTask::redo()
{
    DataChoices choices = m_document.project().data;
    choices.task = m_after;
    m_document.setDataChoices(std::move(choices));
}

}

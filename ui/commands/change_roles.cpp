#include "ui/commands/change_roles.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ChangeRoles::ChangeRoles(Document& document, DataChoices after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Change the columns' roles")),
      m_document(document),
      m_before(document.project().data),
      m_after(std::move(after))
{
}

void ChangeRoles::undo()
{
    m_document.setDataChoices(m_before);
}

void ChangeRoles::redo()
{
    m_document.setDataChoices(m_after);
}

}

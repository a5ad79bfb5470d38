#include "ui/commands/change_scaling.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ChangeScaling::ChangeScaling(Document& document, Scaling after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Change the scaling")),
      m_document(document),
      m_before(document.project().data.scaling),
      m_after(std::move(after))
{
}

void ChangeScaling::undo()
{
    DataChoices choices = m_document.project().data;
    choices.scaling = m_before;
    m_document.setDataChoices(std::move(choices));
}

void ChangeScaling::redo()
{
    DataChoices choices = m_document.project().data;
    choices.scaling = m_after;
    m_document.setDataChoices(std::move(choices));
}

}

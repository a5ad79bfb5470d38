#include "ui/commands/change_split.h"

#include "ui/commands/command_id.h"
#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ChangeSplit::ChangeSplit(Document& document, Split after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Change the split")),
      m_document(document),
      m_before(document.project().data.split),
      m_after(std::move(after))
{
}

void ChangeSplit::undo()
{
    DataChoices choices = m_document.project().data;
    choices.split = m_before;
    m_document.setDataChoices(std::move(choices));
}

void ChangeSplit::redo()
{
    DataChoices choices = m_document.project().data;
    choices.split = m_after;
    m_document.setDataChoices(std::move(choices));
}

int ChangeSplit::id() const
{
    return static_cast<int>(CommandId::ChangeSplit);
}

bool ChangeSplit::mergeWith(const QUndoCommand* newer)
{
    const auto& other = static_cast<const ChangeSplit&>(*newer);
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

}

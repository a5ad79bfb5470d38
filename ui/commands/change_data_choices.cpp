#include "ui/commands/change_data_choices.h"

#include "ui/document/document.h"

namespace broto::ui {

ChangeDataChoices::ChangeDataChoices(Document& document, DataChoices after, const QString& name)
    : QUndoCommand(name), m_document(document), m_before(document.project().data), m_after(std::move(after))
{
}

void ChangeDataChoices::undo()
{
    m_document.setDataChoices(m_before);
}

void ChangeDataChoices::redo()
{
    m_document.setDataChoices(m_after);
}

}

#include "ui/commands/choose_board.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ChooseBoard::ChooseBoard(Document& document, std::string after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Choose another board")),
      m_document(document),
      m_before(document.project().board),
      m_after(std::move(after))
{
}

void ChooseBoard::undo()
{
    m_document.setBoard(m_before);
}

void ChooseBoard::redo()
{
    m_document.setBoard(m_after);
}

}

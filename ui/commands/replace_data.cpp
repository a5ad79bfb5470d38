#include "ui/commands/replace_data.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ReplaceData::ReplaceData(Document& document, DataSource source, DataChoices choices)
    : ReplaceData(document, std::move(source), std::move(choices),
                  QCoreApplication::translate("Commands", "Read the table in another way"))
{
}

ReplaceData::ReplaceData(Document& document, DataSource source, DataChoices choices, const QString& name)
    : QUndoCommand(name),
      m_document(document),
      m_sourceBefore(document.project().source),
      m_choicesBefore(document.project().data),
      m_sourceAfter(std::move(source)),
      m_choicesAfter(std::move(choices))
{
}

void ReplaceData::undo()
{
    m_document.setData(m_sourceBefore, m_choicesBefore);
}

void ReplaceData::redo()
{
    m_document.setData(m_sourceAfter, m_choicesAfter);
}

}

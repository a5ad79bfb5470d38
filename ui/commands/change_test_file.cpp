#include "ui/commands/change_test_file.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ChangeTestFile::ChangeTestFile(Document& document, DataSource testSource)
    : QUndoCommand(QCoreApplication::translate("Commands", "Choose the test file")),
      m_document(document),
      m_sourceBefore(document.project().testSource),
      m_choicesBefore(document.project().data),
      m_sourceAfter(std::move(testSource)),
      m_choicesAfter(m_choicesBefore)
{
    m_choicesAfter.split.method = SplitMethod::File;
}

void ChangeTestFile::undo()
{
    m_document.setTestData(m_sourceBefore, m_choicesBefore);
}

void ChangeTestFile::redo()
{
    m_document.setTestData(m_sourceAfter, m_choicesAfter);
}

}

#pragma once

#include "project/project.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// The test rows come from a file of their own, which is already read.
class ChangeTestFile : public QUndoCommand {
public:
    ChangeTestFile(Document& document, DataSource testSource);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    std::optional<DataSource> m_sourceBefore;
    DataChoices m_choicesBefore;
    DataSource m_sourceAfter;
    DataChoices m_choicesAfter;
};

}

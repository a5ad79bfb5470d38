#pragma once

#include "project/project.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// The same file read in another way: another separator, names in line 1 or not; or the same with more rows. The table
/// is already read.
class ReplaceData : public QUndoCommand {
public:
    ReplaceData(Document& document, DataSource source, DataChoices choices);
    ReplaceData(Document& document, DataSource source, DataChoices choices, const QString& name);

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

#pragma once

#include "data/data_choices.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// An edit of what is decided about the data: roles, types, missing values, scaling, or a remedy that a check offers.
/// Its name says which.
class ChangeDataChoices : public QUndoCommand {
public:
    ChangeDataChoices(Document& document, DataChoices after, const QString& name);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    DataChoices m_before;
    DataChoices m_after;
};

}

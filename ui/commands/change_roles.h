#pragma once

#include "data/data_choices.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// Which columns are learned from, which one is learned, which are left out, and as what: another target may be learned
/// in another way.
class ChangeRoles : public QUndoCommand {
public:
    ChangeRoles(Document& document, DataChoices after);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    DataChoices m_before;
    DataChoices m_after;
};

}

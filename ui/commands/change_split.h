#pragma once

#include "data/data_choices.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// How the rows are shared out. The steps of one drag are one command, and so are those of a number.
class ChangeSplit : public QUndoCommand {
public:
    ChangeSplit(Document& document, Split after);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* newer) override;

private:
    Document& m_document;
    Split m_before;
    Split m_after;
};

}

#pragma once

#include "data/data_choices.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// How the features are scaled.
class ChangeScaling : public QUndoCommand {
public:
    ChangeScaling(Document& document, Scaling after);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    Scaling m_before;
    Scaling m_after;
};

}

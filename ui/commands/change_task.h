#pragma once

#include "data/data_choices.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// Whether classes or a number are learned; nothing leaves it to the target's values.
class ChangeTask : public QUndoCommand {
public:
    ChangeTask(Document& document, std::optional<Task> after);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    std::optional<Task> m_before;
    std::optional<Task> m_after;
};

}

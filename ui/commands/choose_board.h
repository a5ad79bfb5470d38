#pragma once

#include <QUndoCommand>

#include <string>

namespace broto::ui {

class Document;

/// The board that every estimate is for.
class ChooseBoard : public QUndoCommand {
public:
    ChooseBoard(Document& document, std::string after);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    std::string m_before;
    std::string m_after;
};

}

#pragma once

#include "project/kept_runs.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// Another run becomes the project's, with its design and settings. Nothing that was trained meanwhile is lost, back
/// and forth.
class UseRun : public QUndoCommand {
public:
    UseRun(Document& document, const Project& after);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    RunChoice m_before;
    RunChoice m_after;
};

}

#pragma once

#include "project/kept_runs.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// A model that another tool made becomes the project's run; undone, it is gone again.
class ImportModel : public QUndoCommand {
public:
    ImportModel(Document& document, const Project& after);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    RunChoice m_before;
    RunChoice m_after;
};

}

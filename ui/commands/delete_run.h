#pragma once

#include "training/trainer.h"

#include <QUndoCommand>

#include <memory>

namespace broto::ui {

class Document;

/// An earlier run goes out of the project.
class DeleteRun : public QUndoCommand {
public:
    DeleteRun(Document& document, std::shared_ptr<const TrainedNetwork> run);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    std::shared_ptr<const TrainedNetwork> m_run;
    int m_number; ///< that it has in the project: may be another after it came back
};

}

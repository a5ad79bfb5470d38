#pragma once

#include "training/trainer.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// Epochs, batch and so on. Steps of one and the same setting are one command.
class ChangeTrainingSettings : public QUndoCommand {
public:
    ChangeTrainingSettings(Document& document, TrainingSettings after);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* newer) override;

private:
    Document& m_document;
    TrainingSettings m_before;
    TrainingSettings m_after;
};

}

#pragma once

#include "network/network.h"

#include <QUndoCommand>

namespace broto::ui {

class Document;

/// The hidden layers. Steps of one layer's number of units are one command.
class ChangeNetworkDesign : public QUndoCommand {
public:
    ChangeNetworkDesign(Document& document, NetworkDesign after);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* newer) override;

private:
    Document& m_document;
    NetworkDesign m_before;
    NetworkDesign m_after;
};

}

#pragma once

#include "device/sensor_pin.h"

#include <QUndoCommand>

#include <string>
#include <vector>

namespace broto::ui {

class Document;

/// Which pins of the chosen board measure which features.
class ChangeSensorPins : public QUndoCommand {
public:
    ChangeSensorPins(Document& document, std::vector<SensorPin> after);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    std::string m_board;
    std::vector<SensorPin> m_before;
    std::vector<SensorPin> m_after;
};

}

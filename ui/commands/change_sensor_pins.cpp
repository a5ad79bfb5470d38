#include "ui/commands/change_sensor_pins.h"

#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

ChangeSensorPins::ChangeSensorPins(Document& document, std::vector<SensorPin> after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Change what the pins measure")),
      m_document(document),
      m_board(document.project().board),
      m_after(std::move(after))
{
    const auto& boards = document.project().sensorPins;
    if (const auto before = boards.find(m_board); before != boards.end())
        m_before = before->second;
}

void ChangeSensorPins::undo()
{
    m_document.setSensorPins(m_board, m_before);
}

void ChangeSensorPins::redo()
{
    m_document.setSensorPins(m_board, m_after);
}

}

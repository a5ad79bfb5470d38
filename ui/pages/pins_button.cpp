#include "ui/pages/pins_button.h"

#include "ui/commands/change_sensor_pins.h"
#include "ui/document/document.h"
#include "ui/widgets/sensor_pins_popup.h"

#include <QEvent>

#include <algorithm>

namespace broto::ui {

PinsButton::PinsButton(Document& document, QWidget* parent) : QPushButton(parent), m_document(document)
{
    setObjectName(QStringLiteral("pins"));
    connect(this, &QPushButton::clicked, this, &PinsButton::open);
    connect(&document, &Document::compressChanged, this, &PinsButton::refresh);
    connect(&document, &Document::variantChosen, this, &PinsButton::refresh);
    connect(&document, &Document::deviceChanged, this, &PinsButton::refresh);
    refresh();
}

void PinsButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QPushButton::changeEvent(event);
}

void PinsButton::refresh()
{
    const Board& board = m_document.board();
    const auto variant = m_document.chosenVariant();
    const std::size_t count = variant ? pinsFor(m_document.project(), variant->model, board).size() : 0;
    setText(count > 0 ? tr("Pins: %1").arg(count) : tr("Pins"));
    setEnabled(variant && !board.analogPins.empty());
    setToolTip(board.analogPins.empty()
                   ? tr("Broto reads no pins of this board.")
                   : tr("Say which pin measures which feature, and the board can answer what its own "
                        "sensors give."));
}

void PinsButton::open()
{
    const auto variant = m_document.chosenVariant();
    const Board& board = m_document.board();
    auto* popup = new SensorPinsPopup(sensedQuantities(variant->model),
                                      pinsFor(m_document.project(), variant->model, board), board, this);
    connect(popup, &SensorPinsPopup::pinsWanted, this, [this, variant](const std::vector<SensorPin>& chosen) {
        const auto& boards = m_document.project().sensorPins;
        const auto found = boards.find(m_document.board().id);
        const auto before = found == boards.end() ? std::vector<SensorPin>() : found->second;
        std::vector<SensorPin> pins = withPins(chosen, before, variant->model);
        if (!std::ranges::is_permutation(pins, before))
            m_document.history().push(new ChangeSensorPins(m_document, std::move(pins)));
    });
    popup->openBelow(*this);
}

}

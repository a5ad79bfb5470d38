#include "device/port_identity.h"

#include "boards/board.h"

#include <algorithm>

namespace broto {

namespace {

struct SerialChip {
    UsbId id;
    std::string_view name;
};

constexpr SerialChip serialChips[] = {
    {{0x1a86, 0x7523}, "CH340 serial converter"},  {{0x1a86, 0x7522}, "CH340 serial converter"},
    {{0x1a86, 0x5523}, "CH341 serial converter"},  {{0x1a86, 0x55d3}, "CH343 serial converter"},
    {{0x1a86, 0x55d4}, "CH9102 serial converter"}, {{0x10c4, 0xea60}, "CP210x serial converter"},
    {{0x10c4, 0xea70}, "CP2105 serial converter"}, {{0x10c4, 0xea71}, "CP2108 serial converter"},
    {{0x0403, 0x6001}, "FT232R serial converter"}, {{0x0403, 0x6010}, "FT2232 serial converter"},
    {{0x0403, 0x6011}, "FT4232 serial converter"}, {{0x0403, 0x6014}, "FT232H serial converter"},
    {{0x0403, 0x6015}, "FT-X serial converter"},   {{0x067b, 0x2303}, "PL2303 serial converter"},
    {{0x067b, 0x23a3}, "PL2303 serial converter"},
};

bool same(const UsbId& one, const UsbId& other)
{
    return one.vendor == other.vendor && one.product == other.product;
}

const Board* boardOf(const UsbId& id)
{
    for (const Board& board : boards())
        if (std::any_of(board.usbIds.begin(), board.usbIds.end(), [&](const UsbId& known) { return same(known, id); }))
            return &board;
    return nullptr;
}

bool isSerialChip(const UsbId& id)
{
    return std::any_of(std::begin(serialChips), std::end(serialChips),
                       [&](const SerialChip& chip) { return same(chip.id, id); });
}

const Board* boardNamed(std::string_view productName)
{
    for (const Board& board : boards())
        if (board.name == productName)
            return &board;
    return nullptr;
}

std::string describe(const Port& port, std::string_view productName)
{
    for (const SerialChip& chip : serialChips)
        if (port.hasUsbId && same(chip.id, port.usb))
            return std::string(chip.name);
    return productName.empty() ? "Serial port" : std::string(productName);
}

}

void identifyPort(Port& port, std::string_view productName)
{
    // A converter's number belongs to a chip that many boards carry, whatever a catalogue entry says of it.
    const bool mayBeAny = port.hasUsbId && isSerialChip(port.usb);
    const Board* board = port.hasUsbId && !mayBeAny ? boardOf(port.usb) : nullptr;
    if (!board && !mayBeAny)
        board = boardNamed(productName);
    port.boardId = board ? board->id : "";
    port.description = board ? board->name : describe(port, productName);
}

}

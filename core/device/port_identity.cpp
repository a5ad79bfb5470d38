#include "device/port_identity.h"

#include "boards/board.h"
#include "device/known_boards.h"

#include <algorithm>

namespace broto {

namespace {

struct UsbChip {
    UsbId id;
    std::string_view name;
};

/// Chips that sit on boards of many kinds: serial converters, and probes that carry a serial port along.
constexpr UsbChip chipsOfAnyBoard[] = {
    {{0x1a86, 0x7523}, "CH340 serial converter"},
    {{0x1a86, 0x7522}, "CH340 serial converter"},
    {{0x1a86, 0x5523}, "CH341 serial converter"},
    {{0x1a86, 0x55d3}, "CH343 serial converter"},
    {{0x1a86, 0x55d4}, "CH9102 serial converter"},
    {{0x10c4, 0xea60}, "CP210x serial converter"},
    {{0x10c4, 0xea70}, "CP2105 serial converter"},
    {{0x10c4, 0xea71}, "CP2108 serial converter"},
    {{0x0403, 0x6001}, "FT232R serial converter"},
    {{0x0403, 0x6010}, "FT2232 serial converter"},
    {{0x0403, 0x6011}, "FT4232 serial converter"},
    {{0x0403, 0x6014}, "FT232H serial converter"},
    {{0x0403, 0x6015}, "FT-X serial converter"},
    {{0x067b, 0x2303}, "PL2303 serial converter"},
    {{0x067b, 0x23a3}, "PL2303 serial converter"},
    {{0x03eb, 0x2157}, "EDBG probe (Arduino Zero)"},
    {{0x03eb, 0x2111}, "EDBG probe"},
    {{0x0483, 0x374b}, "ST-Link (Nucleo, Discovery)"},
    {{0x0483, 0x3752}, "ST-Link (Nucleo, Discovery)"},
    {{0x0483, 0x374e}, "ST-Link (Nucleo, Discovery)"},
    {{0x0483, 0x374f}, "ST-Link (Nucleo, Discovery)"},
    {{0x0483, 0x3753}, "ST-Link (Nucleo, Discovery)"},
    {{0x0483, 0x3754}, "ST-Link (Nucleo, Discovery)"},
    {{0x0483, 0x5740}, "STM32 with USB"},
    {{0x2e8a, 0x000c}, "Raspberry Pi Debug Probe"},
    {{0x2e8a, 0x0004}, "Picoprobe"},
    {{0x1366, 0x1015}, "J-Link probe"},
};

const UsbChip* chipOf(const Port& port)
{
    const auto found = std::find_if(std::begin(chipsOfAnyBoard), std::end(chipsOfAnyBoard),
                                    [&](const UsbChip& chip) { return port.hasUsbId && chip.id == port.usb; });
    return found == std::end(chipsOfAnyBoard) ? nullptr : found;
}

bool mayBe(const Board& board, const Port& port)
{
    if (std::find(board.usbIds.begin(), board.usbIds.end(), port.usb) == board.usbIds.end())
        return false;
    const std::vector<std::string>& prefixes = board.serialPrefixes;
    return prefixes.empty() || std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
               return port.serialNumber.starts_with(prefix);
           });
}

std::vector<const Board*> boardsWithNumber(const Port& port)
{
    std::vector<const Board*> found;
    for (const Board& board : boards())
        if (port.hasUsbId && mayBe(board, port))
            found.push_back(&board);
    return found;
}

/// By the whole name, or one that the product's begins with: "Arduino Uno R3".
const Board* boardNamed(std::string_view productName)
{
    const Board* found = nullptr;
    for (const Board& board : boards())
        if (productName.starts_with(board.name) && (!found || found->name.size() < board.name.size()))
            found = &board;
    return found;
}

std::string anyOf(const std::vector<const Board*>& candidates)
{
    std::string names;
    for (const Board* board : candidates)
        names += (names.empty() ? "" : " / ") + board->name;
    return names;
}

const Board* remembered(const Port& port)
{
    const std::string id = rememberedBoard(port);
    for (const Board& board : boards())
        if (board.id == id)
            return &board;
    return nullptr;
}

}

void identifyPort(Port& port, std::string_view productName)
{
    // A chip's number belongs to many boards, whatever a catalogue entry says of it.
    const UsbChip* chip = chipOf(port);
    const std::vector<const Board*> candidates = chip ? std::vector<const Board*>() : boardsWithNumber(port);
    const Board* board = candidates.size() == 1 ? candidates.front() : nullptr;
    if (!board && !chip && candidates.empty())
        board = boardNamed(productName);
    if (!board)
        board = remembered(port);
    port.boardId = board ? board->id : "";
    if (board)
        port.description = board->name;
    else if (chip)
        port.description = chip->name;
    else if (!candidates.empty())
        port.description = anyOf(candidates);
    else
        port.description = productName.empty() ? "Serial port" : std::string(productName);
}

}

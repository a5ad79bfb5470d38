#pragma once

#include "boards/firmware_ways.h"
#include "common/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Which kernels of core/runtime a board's processor runs, and so what a layer costs on it.
enum class Processor { Avr, CortexM0, CortexM4, RiscV32, Xtensa, Generic };

struct UsbId {
    std::uint16_t vendor = 0;
    std::uint16_t product = 0;
    bool operator==(const UsbId&) const = default;
};

/// A board of the catalogue (resources/boards/<id>.json).
struct Board {
    std::string id;   ///< "uno"
    std::string name; ///< "Arduino Uno"
    std::string chip; ///< "ATmega328P"
    Processor processor = Processor::Generic;
    double clockHz = 0;
    std::int64_t flashBytes = 0; ///< what a sketch may use
    std::int64_t ramBytes = 0;
    double activeMilliamperes = 0; ///< of the chip while it computes
    double volts = 0;
    std::string currentSource;           ///< where that figure comes from
    std::vector<BuildWay> builds;        ///< the first whose tools are there; none: export only
    std::vector<UploadWay> uploads;      ///< the first whose tools and files are there
    std::vector<std::string> analogPins; ///< as a sketch names them: "A0"; on some boards numbers
    int analogBits = 0;                  ///< of what analogRead gives; 0: no such pins
    std::vector<UsbId> usbIds;
    std::vector<std::string> serialPrefixes; ///< where boards share a USB number: how its serial number begins
    bool isVirtual = false;                  ///< broto-virtual-board can stand in for it

    bool canBeBuilt() const { return !builds.empty(); }
};

/// The way of one kind among the builds of a board, such as `buildWay<AvrGccBuild>(board)`; null if it has none.
template<typename Way>
const Way* buildWay(const Board& board)
{
    for (const BuildWay& way : board.builds)
        if (const Way* found = std::get_if<Way>(&way))
            return found;
    return nullptr;
}

/// The catalogue, the most common boards of a classroom first.
std::span<const Board> boards();

/// Nothing if there is no such board; the error lists the ids.
Result<Board> findBoard(std::string_view id);

Result<Board> parseBoard(std::string_view json);

}

#pragma once

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
};

/// A board of the catalogue (resources/boards/<id>.json).
struct Board {
    std::string id;    ///< "uno"
    std::string name;  ///< "Arduino Uno"
    std::string chip;  ///< "ATmega328P"
    Processor processor = Processor::Generic;
    double clockHz = 0;
    std::int64_t flashBytes = 0;     ///< what a sketch may use
    std::int64_t ramBytes = 0;
    double activeMilliamperes = 0;   ///< of the chip while it computes
    double volts = 0;
    std::string currentSource;       ///< where that figure comes from
    std::string toolchain;           ///< "avr-gcc", or empty where this version cannot build for it
    std::string compilerMcu;         ///< -mmcu
    std::string arduinoVariant;      ///< pin mapping folder of the Arduino core
    std::string arduinoBoard;        ///< ARDUINO_<this>
    std::string uploader;            ///< "avrdude", or empty
    std::string uploaderProgrammer;  ///< -c
    std::string uploaderPart;        ///< -p
    int uploaderBaud = 0;
    std::vector<UsbId> usbIds;
    bool isVirtual = false;          ///< broto-virtual-board can stand in for it
};

/// The catalogue, the most common boards of a classroom first.
std::span<const Board> boards();

/// Nothing if there is no such board; the error lists the ids.
Result<Board> findBoard(std::string_view id);

Result<Board> parseBoard(std::string_view json);

}

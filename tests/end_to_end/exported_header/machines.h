#pragma once

#include "toolchains.h"

#include <chrono>
#include <cstdint>

namespace broto {

/// A processor that runs an exported header, real or emulated, and how a program is built for it.
struct Machine {
    std::string name;
    std::string compiler;
    std::string compilerPackage;
    std::vector<std::string> flags;    ///< processor, optimization, linking
    std::vector<std::string> sources;  ///< of tests/support/emulated
    std::vector<std::string> emulator; ///< program and arguments; the ELF's path is put behind. Empty: none
    std::string emulatorPackage;
    std::string bareProcessor{}; ///< see Toolchain
    int mostWeightBytes = 0;     ///< that fit into its flash beside a program, where that is little
};

/// This desktop with both compilers, also for its own instructions, ATmega328P, ATmega2560, Cortex-M0, M3 and M4, RISC-V
/// 32, and Xtensa as in an ESP8266 and an ESP32.
const std::vector<Machine>& machines();

/// Why a machine cannot be used here; empty if it can.
QString missing(const Machine& machine);

/// What the program in `program.cpp` of a workshop said on a machine.
struct Said {
    QString complaint; ///< why there is nothing, else empty
    std::vector<std::string> lines;
};
Said built(const Machine& machine, const Workshop& workshop,
           std::chrono::milliseconds runTime = std::chrono::seconds(20));

/// Bytes of the program that was built last, as the size program of its compiler tells them; 0 where it cannot.
struct MeasuredSize {
    std::int64_t flashBytes = 0;
    std::int64_t ramBytes = 0; ///< static
};
MeasuredSize sizeOf(const Machine& machine, const Workshop& workshop);

}

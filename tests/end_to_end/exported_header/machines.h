#pragma once

#include "toolchains.h"

#include <chrono>

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
    bool hasMathHeader = true; ///< else it runs no float32 models
};

/// This desktop with both compilers, also for its own instructions, ATmega328P, Cortex-M0, Cortex-M4, RISC-V 32.
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

}

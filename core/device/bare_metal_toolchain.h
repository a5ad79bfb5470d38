#pragma once

#include "boards/board.h"
#include "common/result.h"
#include "common/run_control.h"
#include "device/bare_metal_machine.h"
#include "device/firmware.h"

#include <filesystem>
#include <string>
#include <vector>

namespace broto {

/// A cross compiler with its companions, for one machine.
struct BareMetalToolchain {
    const BareMetalMachine* machine = nullptr;
    std::filesystem::path compiler;
    std::filesystem::path objcopy;
    std::filesystem::path size;
    std::filesystem::path library;
    std::string version; ///< of the compiler, and of what it is told: another one makes other programs
};

/// Looks in PATH. Fails with the package that brings what is missing.
Result<BareMetalToolchain> findBareMetalToolchain(const BareMetalMachine& machine);

/// Compiles a program for a board of ours from start to end: no library of a maker, no operating system. Keeps what the
/// tools said, command after command.
class BareMetalCompiler {
public:
    BareMetalCompiler(BareMetalToolchain tools, Board board, const RunControl& control);

    /// `main` is the program; what else it takes lies beside it. Compiled, measured, and as NAME.elf, NAME.hex and
    /// NAME.bin in `folder`.
    Result<Firmware> makeFirmware(const std::filesystem::path& main, const std::filesystem::path& folder);

    const std::string& log() const { return m_log; }

private:
    Result<void> compile(const std::filesystem::path& main, const std::filesystem::path& elf);
    Result<void> measure(Firmware& firmware);
    Result<void> convert(Firmware& firmware, FirmwareForm form, std::string_view format, std::string_view extension);
    Result<std::string> run(const std::filesystem::path& program, const std::vector<std::string>& arguments);

    BareMetalToolchain m_tools;
    Board m_board;
    const RunControl& m_control;
    std::string m_log;
};

}

#pragma once

#include "boards/board.h"
#include "common/result.h"
#include "common/run_control.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// avr-gcc with its companions, and the Arduino core it compiles against.
struct AvrToolchain {
    std::filesystem::path cCompiler;
    std::filesystem::path cppCompiler;
    std::filesystem::path archiver;
    std::filesystem::path objcopy;
    std::filesystem::path size;
    std::filesystem::path nm;
    std::filesystem::path arduino; ///< the folder that holds cores/, variants/ and platform.txt
};

/// Looks in PATH for the tools, and for the core in $BROTO_ARDUINO_AVR or where Debian's arduino-core-avr puts it.
/// Fails with the package that brings what is missing.
Result<AvrToolchain> findAvrToolchain();

/// Of the compiler and of the Arduino core: another one makes other programs.
Result<std::string> avrToolchainVersion(const AvrToolchain& tools);

/// What a compiled program takes of a board.
struct ProgramSize {
    std::int64_t flashBytes = 0;
    std::int64_t ramBytes = 0; ///< static
};

/// Compiles for one board. Keeps what the tools said, command after command.
class AvrBuild {
public:
    /// The board must be one that avr-gcc builds for.
    AvrBuild(AvrToolchain tools, Board board, const RunControl& control);

    /// All steps: the sketch compiled to an ELF file, measured, and made into an Intel HEX file.
    Result<ProgramSize> make(const std::filesystem::path& sketch, const std::filesystem::path& elf,
                             const std::filesystem::path& hex);

    /// Compiles one sketch (all its other files are headers beside it) and links it to the Arduino core. The core's
    /// archive is made once and kept in the user's cache.
    Result<void> compile(const std::filesystem::path& sketch, const std::filesystem::path& elf);
    Result<void> makeHex(const std::filesystem::path& elf, const std::filesystem::path& hex);
    Result<ProgramSize> measure(const std::filesystem::path& elf);

    const std::string& log() const { return m_log; }

private:
    std::vector<std::string> defines() const;
    std::string coreKey(std::string_view compilerVersion) const;
    Result<std::filesystem::path> coreArchive();
    Result<void> compileCore(const std::filesystem::path& folder);
    Result<void> checkNearFlash(const std::filesystem::path& elf);
    Result<std::string> run(const std::filesystem::path& program, std::vector<std::string> arguments,
                            const std::filesystem::path& folder = {});

    AvrToolchain m_tools;
    AvrGccBuild m_way;
    Board m_board;
    const RunControl& m_control;
    std::string m_log;
};

}

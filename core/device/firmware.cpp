#include "device/firmware.h"

#include "device/avr_toolchain.h"
#include "platform/file.h"

#include <optional>

namespace broto {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t stackBytes = 192; ///< what the program needs besides its static RAM

Message cannotBuild(const Board& board)
{
    return message("device.cannot-build",
                   BROTO_TEXT("core",
                              "Broto cannot build firmware for the %1. Export the C++ header and use it in a program "
                              "of your own."),
                   board.name);
}

Result<void> writeSources(const ExportedFiles& files, const fs::path& folder)
{
    for (const ExportedFile& file : files) {
        const fs::path path = folder / fs::path(file.path);
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error)
            return message("device.folder-not-made", BROTO_TEXT("core", "The folder %1 cannot be made: %2."),
                           path.parent_path().string(), error.message());
        if (const auto written = writeFileAtomically(path, file.bytes, Flush::Later); !written)
            return written.error();
    }
    return {};
}

std::optional<Message> problemWithSize(const ProgramSize& size, const Board& board)
{
    if (size.flashBytes > board.flashBytes)
        return message("device.flash-full",
                       BROTO_TEXT("core",
                                  "The program takes %1 bytes of flash, and the %2 has %3. Choose a smaller network, "
                                  "or a board with more flash."),
                       size.flashBytes, board.name, board.flashBytes);
    if (size.ramBytes + stackBytes > board.ramBytes)
        return message("device.ram-full",
                       BROTO_TEXT("core",
                                  "The program takes %1 bytes of RAM and about %2 for its stack, and the %3 has %4. "
                                  "Choose narrower layers, or a board with more RAM."),
                       size.ramBytes, stackBytes, board.name, board.ramBytes);
    return std::nullopt;
}

Result<Firmware> compileSketch(AvrBuild& build, const Board& board, const fs::path& sketch, const fs::path& folder,
                               const RunControl& control)
{
    Firmware firmware;
    firmware.elfFile = folder / sketch.stem().concat(".elf");
    firmware.hexFile = folder / sketch.stem().concat(".hex");
    control.report(0.1, 1);
    if (const auto compiled = build.compile(sketch, firmware.elfFile); !compiled)
        return compiled.error();
    control.report(0.8, 1);
    const auto size = build.measure(firmware.elfFile);
    if (!size)
        return size.error();
    if (const std::optional<Message> problem = problemWithSize(*size, board))
        return *problem;
    if (const auto made = build.makeHex(firmware.elfFile, firmware.hexFile); !made)
        return made.error();
    firmware.flashBytes = size->flashBytes;
    firmware.ramBytes = size->ramBytes;
    control.report(1, 1);
    return firmware;
}

}

Result<Firmware> buildFirmware(const DeployableModel& model, std::string_view projectName, const Board& board,
                               const fs::path& folder, const RunControl& control)
{
    if (board.toolchain != "avr-gcc")
        return cannotBuild(board);
    auto tools = findAvrToolchain();
    if (!tools)
        return tools.error();
    const auto files = firmwareSources(model, projectName, board);
    if (!files)
        return files.error();
    const fs::path target = fs::absolute(folder);
    if (const auto written = writeSources(*files, target); !written)
        return written.error();

    const std::string name = identifierFor(projectName, model.name);
    AvrBuild build(std::move(*tools), board, control);
    auto firmware = compileSketch(build, board, target / name / (name + ".ino"), target, control);
    const auto logged = writeFileAtomically(target / "build.log", build.log(), Flush::Later);
    if (!firmware)
        return firmware.error();
    if (!logged)
        return logged.error();
    firmware->log = build.log();
    return firmware;
}

}

#include "device/firmware.h"

#include "common/cancelled.h"
#include "device/arduino_cli.h"
#include "device/avr_toolchain.h"
#include "device/bare_metal_toolchain.h"
#include "device/firmware_cache.h"
#include "device/prepared_firmware.h"
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

std::optional<Message> problemWithSize(const Firmware& firmware, const Board& board)
{
    if (firmware.flashBytes > board.flashBytes)
        return message("device.flash-full",
                       BROTO_TEXT("core",
                                  "The program takes %1 bytes of flash, and the %2 has %3. Choose a smaller network, "
                                  "or a board with more flash."),
                       firmware.flashBytes, board.name, board.flashBytes);
    if (firmware.ramBytes + stackBytes > board.ramBytes)
        return message("device.ram-full",
                       BROTO_TEXT("core",
                                  "The program takes %1 bytes of RAM and about %2 for its stack, and the %3 has %4. "
                                  "Choose narrower layers, or a board with more RAM."),
                       firmware.ramBytes, stackBytes, board.name, board.ramBytes);
    return std::nullopt;
}

/// The tools of one way, found on this computer, and what they do.
struct Compiler {
    std::string version; ///< of it and of what it is told: another one may make another program
    std::function<Result<Firmware>(const fs::path& main, const fs::path& folder, const RunControl&, std::string& log)>
        compile;
};

Result<Compiler> findCompiler(const AvrGccBuild& way, const Board& board)
{
    auto tools = findAvrToolchain();
    if (!tools)
        return tools.error();
    auto version = avrToolchainVersion(*tools);
    if (!version)
        return version.error();
    const auto compile = [tools = *tools, board](const fs::path& sketch, const fs::path& folder,
                                                 const RunControl& control, std::string& log) {
        AvrBuild build(tools, board, control);
        const fs::path elf = folder / sketch.stem().concat(".elf"), hex = folder / sketch.stem().concat(".hex");
        const Result<ProgramSize> size = build.make(sketch, elf, hex);
        log = build.log();
        if (!size)
            return Result<Firmware>(size.error());
        Firmware firmware;
        firmware.files = {{FirmwareForm::Elf, elf}, {FirmwareForm::Hex, hex}};
        firmware.flashBytes = size->flashBytes;
        firmware.ramBytes = size->ramBytes;
        return Result<Firmware>(firmware);
    };
    std::string told = *version + way.mcu + ' ' + way.arduinoVariant + ' ' + way.arduinoBoard;
    for (const std::string& define : way.defines)
        told += ' ' + define;
    return Compiler{told, compile};
}

Result<Compiler> findCompiler(const BareMetalBuild& way, const Board& board)
{
    const BareMetalMachine* machine = findBareMetalMachine(way.machine);
    if (!machine)
        return cannotBuild(board);
    auto tools = findBareMetalToolchain(*machine);
    if (!tools)
        return tools.error();
    const auto compile = [tools = *tools, board](const fs::path& main, const fs::path& folder,
                                                 const RunControl& control, std::string& log) {
        BareMetalCompiler compiler(tools, board, control);
        Result<Firmware> firmware = compiler.makeFirmware(main, folder);
        log = compiler.log();
        return firmware;
    };
    return Compiler{tools->version, compile};
}

Result<Compiler> findCompiler(const ArduinoCliBuild& way, const Board& board)
{
    auto cli = ArduinoCli::find();
    if (!cli)
        return cli.error();
    auto version = cli->coreVersion(way);
    if (!version)
        return version.error();
    const auto compile = [cli = *cli, way, board](const fs::path& sketch, const fs::path& folder,
                                                  const RunControl& control, std::string& log) {
        return cli.compile(sketch, folder, way, board, control, log);
    };
    return Compiler{*version + ' ' + way.board, compile};
}

/// Of the board's ways the first whose tools are there; if none is, what the first one lacks.
Result<Compiler> findCompiler(const Board& board)
{
    std::optional<Message> problem;
    for (const BuildWay& way : board.builds) {
        auto compiler = std::visit([&board](const auto& each) { return findCompiler(each, board); }, way);
        if (compiler)
            return compiler;
        if (!problem)
            problem = compiler.error();
    }
    return problem ? *problem : cannotBuild(board);
}

}

Result<Firmware> buildFirmware(const DeployableModel& model, std::string_view projectName, const Board& board,
                               const fs::path& folder, const RunControl& control, const std::vector<SensorPin>& pins)
{
    const auto files = firmwareSources(model, projectName, board, pins);
    if (!files)
        return files.error();
    const auto compiler = findCompiler(board);
    if (!compiler) {
        const bool canBePrepared = pins.empty() && isPrepared(board);
        auto prepared = canBePrepared ? prepareFirmware(model, projectName, board, folder) : compiler.error();
        const bool wantsCompiler = !prepared && prepared.error().id == "device.model-needs-compiler";
        return wantsCompiler ? compiler.error() : std::move(prepared); // which says what brings one
    }
    const fs::path target = fs::absolute(folder);
    if (const auto written = writeSources(*files, target); !written)
        return written.error();
    if (control.stopRequested())
        return cancelledByUser();
    const FirmwareCache cache(*files, board, compiler->version);
    const std::string name = identifierFor(projectName, model.name);
    std::optional<Firmware> firmware = cache.load(target);
    if (!firmware) {
        std::string log;
        control.report(0.1, 1);
        auto compiled = compiler->compile(target / name / mainFileName(name, board), target, control, log);
        const auto logged = writeFileAtomically(target / "build.log", log, Flush::Later);
        if (!compiled)
            return compiled.error();
        if (!logged)
            return logged.error();
        firmware = *std::move(compiled);
        firmware->folder = target;
        firmware->name = name;
        firmware->log = log;
        cache.store(*firmware);
    }
    if (const std::optional<Message> problem = problemWithSize(*firmware, board))
        return *problem;
    control.report(1, 1);
    return *std::move(firmware);
}

}

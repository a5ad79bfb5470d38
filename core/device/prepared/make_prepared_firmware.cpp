// make_prepared_firmware BOARD RESULT FILE...: builds the program, behind which models are put later, as RESULT.hex, of
// prepared.ino or prepared.cpp and the files beside them, and says in RESULT.json what it has room for.

#include "device/avr_toolchain.h"
#include "device/bare_metal_toolchain.h"
#include "platform/file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>

using namespace broto;
namespace fs = std::filesystem;

namespace {

/// What a program for a board has room for, and where in flash its model begins.
struct Room {
    int features = 0;
    int activations = 0;
    int outputs = 0;
    std::int64_t imageAt = 0; ///< behind the beginning of flash
    int alignment = 1;
};

constexpr std::int64_t nearFlash = 65536; ///< what 16-bit addresses reach

Room roomOn(const Board& board)
{
    if (board.processor != Processor::Avr)
        return {400, 1024, 128, 0x8000, 4};
    if (board.ramBytes >= 8192)
        return {200, 512, 64, 0x3800};
    return {64, 128, 32, board.id == "uno" ? 0x3400 : 0x3c00};
}

std::string definitions(const Room& room, std::int64_t address, std::string_view machineHeader)
{
    const auto line = [](std::string_view name, const std::string& value) {
        return "#define " + std::string(name) + ' ' + value + '\n';
    };
    return line("BROTO_FEATURES", std::to_string(room.features)) +
           line("BROTO_ACTIVATIONS_ROOM", std::to_string(room.activations)) +
           line("BROTO_OUTPUTS", std::to_string(room.outputs)) + line("BROTO_IMAGE", std::to_string(address)) +
           line("BROTO_MACHINE", '"' + std::string(machineHeader) + '"');
}

Result<ProgramSize> buildAvr(const Board& board, const fs::path& folder, std::string& log)
{
    const auto tools = findAvrToolchain();
    if (!tools)
        return tools.error();
    const RunControl control;
    AvrBuild build(*tools, board, control);
    auto size = build.make(folder / "prepared.ino", folder / "prepared.elf", folder / "prepared.hex");
    log = build.log();
    return size;
}

Result<ProgramSize> buildBareMetal(const Board& board, const BareMetalMachine& machine, const fs::path& folder,
                                   std::string& log)
{
    const auto tools = findBareMetalToolchain(machine);
    if (!tools)
        return tools.error();
    const RunControl control;
    BareMetalCompiler compiler(*tools, board, control);
    const auto firmware = compiler.makeFirmware(folder / "prepared.cpp", folder);
    log = compiler.log();
    if (!firmware)
        return firmware.error();
    return ProgramSize{firmware->flashBytes, firmware->ramBytes};
}

int fail(const std::string& why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    return 1;
}

}

int main(int argc, char** argv)
{
    if (argc < 4)
        return fail("usage: make_prepared_firmware BOARD RESULT FILE...");
    const Board board = findBoard(argv[1]).value();
    const auto folder = TemporaryFolder::make("prepared");
    if (!folder)
        return fail(inEnglish(folder.error()));
    const fs::path result = argv[2];
    std::error_code error;
    for (int i = 3; i < argc; ++i)
        fs::copy_file(argv[i], folder->path() / fs::path(argv[i]).filename(), error);
    fs::create_directories(result.parent_path(), error);

    const Room room = roomOn(board);
    const BareMetalBuild* way = buildWay<BareMetalBuild>(board);
    const BareMetalMachine* machine = way ? findBareMetalMachine(way->machine) : nullptr;
    const std::int64_t address = room.imageAt + (machine ? machine->flashAddress : 0);
    const auto defined = writeFileAtomically(folder->path() / "prepared_room.h",
                                             definitions(room, address, machine ? machine->header : ""), Flush::Later);
    if (!defined)
        return fail(inEnglish(defined.error()));
    std::string log;
    const auto size =
        machine ? buildBareMetal(board, *machine, folder->path(), log) : buildAvr(board, folder->path(), log);
    if (!size)
        return fail(inEnglish(size.error()) + '\n' + log);
    if (size->flashBytes > room.imageAt)
        return fail("The program of " + board.id + " takes " + std::to_string(size->flashBytes) +
                    " bytes, and its model should begin at " + std::to_string(room.imageAt));
    const std::int64_t end =
        machine ? std::min(board.flashBytes, machine->flashBytes) : std::min(board.flashBytes, nearFlash);
    const nlohmann::json facts = {
        {"imageAt", address},          {"imageOffset", room.imageAt}, {"imageBytes", end - room.imageAt},
        {"alignment", room.alignment}, {"features", room.features},   {"activations", room.activations},
        {"outputs", room.outputs},     {"ramBytes", size->ramBytes}};
    const auto hex = readFile(folder->path() / "prepared.hex");
    if (!hex)
        return fail(inEnglish(hex.error()));
    const auto written = writeFileAtomically(result.string() + ".hex", *hex, Flush::Later);
    const auto told = writeFileAtomically(result.string() + ".json", facts.dump(4) + "\n", Flush::Later);
    return written && told ? 0 : fail(inEnglish(written ? told.error() : written.error()));
}

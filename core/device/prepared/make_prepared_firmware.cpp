// make_prepared_firmware BOARD SKETCH RESULT HEADER...: builds the sketch, to whose end models are put later, as
// RESULT.hex, and says in RESULT.json what it has room for.

#include "device/avr_toolchain.h"
#include "platform/file.h"

#include <nlohmann/json.hpp>

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
    std::int64_t imageAt = 0;
};

constexpr std::int64_t nearFlash = 65536; ///< what 16-bit addresses reach

Room roomOn(const Board& board)
{
    if (board.ramBytes >= 8192)
        return {200, 512, 64, 0x3800};
    return {64, 128, 32, board.id == "uno" ? 0x3400 : 0x3c00};
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
        return fail("usage: make_prepared_firmware BOARD SKETCH RESULT HEADER...");
    Board board = findBoard(argv[1]).value();
    const Room room = roomOn(board);
    AvrGccBuild& way = std::get<AvrGccBuild>(board.builds.front());
    way.defines.push_back("BROTO_FEATURES=" + std::to_string(room.features));
    way.defines.push_back("BROTO_ACTIVATIONS_ROOM=" + std::to_string(room.activations));
    way.defines.push_back("BROTO_OUTPUTS=" + std::to_string(room.outputs));
    way.defines.push_back("BROTO_IMAGE=" + std::to_string(room.imageAt));

    const auto folder = TemporaryFolder::make("prepared");
    const auto tools = findAvrToolchain();
    if (!folder || !tools)
        return fail(inEnglish(folder ? tools.error() : folder.error()));
    const fs::path result = argv[3], sketch = folder->path() / "prepared.ino";
    std::error_code error;
    for (int i = 4; i < argc; ++i)
        fs::copy_file(argv[i], folder->path() / fs::path(argv[i]).filename(), error);
    fs::copy_file(argv[2], sketch, error);
    fs::create_directories(result.parent_path(), error);

    const RunControl control;
    AvrBuild build(*tools, board, control);
    const auto size = build.make(sketch, folder->path() / "prepared.elf", folder->path() / "prepared.hex");
    if (!size)
        return fail(inEnglish(size.error()) + '\n' + build.log());
    if (size->flashBytes > room.imageAt)
        return fail("The program of " + board.id + " takes " + std::to_string(size->flashBytes) +
                    " bytes, and its model should begin at " + std::to_string(room.imageAt));
    const std::int64_t end = std::min(board.flashBytes, nearFlash);
    const nlohmann::json facts = {
        {"imageAt", room.imageAt},   {"imageBytes", end - room.imageAt}, {"alignment", 1},
        {"features", room.features}, {"activations", room.activations},  {"outputs", room.outputs},
        {"ramBytes", size->ramBytes}};
    const auto hex = readFile(folder->path() / "prepared.hex");
    if (!hex)
        return fail(inEnglish(hex.error()));
    const auto written = writeFileAtomically(result.string() + ".hex", *hex, Flush::Later);
    const auto told = writeFileAtomically(result.string() + ".json", facts.dump(4) + "\n", Flush::Later);
    return written && told ? 0 : fail(inEnglish(written ? told.error() : written.error()));
}

#include "boards/board_description.h"
#include "fuzz_target.h"
#include "require.h"

#include <algorithm>

using namespace broto;

namespace {

void requireBuild(const BuildWay& build)
{
    if (const auto* way = std::get_if<AvrGccBuild>(&build))
        require(!way->mcu.empty() && !way->arduinoVariant.empty() && !way->arduinoBoard.empty(), "avr-gcc is told all");
    if (const auto* way = std::get_if<BareMetalBuild>(&build))
        require(!way->machine.empty(), "a machine has a name");
    if (const auto* way = std::get_if<ArduinoCliBuild>(&build))
        require(std::count(way->board.begin(), way->board.end(), ':') >= 2 && way->board.starts_with(way->core()),
                "a board of arduino-cli has a core");
}

void requireUpload(const UploadWay& upload)
{
    require(upload.touchBaud >= 0 && upload.touchBaud <= 4'000'000, "a port can be as fast as that");
    if (const auto* way = std::get_if<DriveUpload>(&upload.how))
        require(!way->label.empty(), "a drive has a name");
    if (const auto* way = std::get_if<ToolUpload>(&upload.how))
        require(!way->tool.empty() && std::ranges::none_of(way->arguments, hasUnknownPlace),
                "a tool has a name, and its arguments no place that means nothing");
}

}

/// A board that anybody may have described: what is taken has sizes and names that all the rest relies on.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<BoardDescription> description = parseDescription({reinterpret_cast<const char*>(data), size});
    if (!description) {
        require(!description.error().text.empty(), "what is wrong is said");
        return 0;
    }
    const Board& board = description->board;
    require(!board.id.empty() && !board.name.empty() && !board.chip.empty(), "a board has names");
    require(description->rank > 0 && board.clockHz > 0 && board.flashBytes > 0 && board.ramBytes > 0 &&
                board.activeMilliamperes > 0 && board.volts > 0,
            "every size is above 0");
    require(board.analogBits >= 0 && board.analogBits <= 24 && (board.analogBits > 0) == !board.analogPins.empty(),
            "analog pins give so many bits");
    for (const std::string& pin : board.analogPins)
        require(!pin.empty() && pin.size() <= 8 && pin.find_first_of("\"\\\n;() ") == std::string::npos,
                "a pin's name can be written into a sketch");
    std::ranges::for_each(board.builds, requireBuild);
    std::ranges::for_each(board.uploads, requireUpload);
    return 0;
}

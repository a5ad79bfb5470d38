#include "device/prepared_firmware.h"

#include "device/hex_records.h"
#include "device/model_image.h"
#include "platform/file.h"
#include "prepared_files.h"

#include <nlohmann/json.hpp>

#include <cassert>
#include <optional>

namespace broto {

namespace {

namespace fs = std::filesystem;

struct PreparedProgram {
    std::string_view hex;
    std::uint32_t imageAt = 0;    ///< address
    std::int64_t imageOffset = 0; ///< behind the beginning of flash
    std::int64_t ramBytes = 0;
    ImageRoom room;
};

std::string_view preparedFile(const std::string& name)
{
    for (const EmbeddedFile& file : preparedFiles())
        if (file.name == name)
            return file.bytes;
    return {};
}

/// Boards of the same chip that are told the same run the same program.
bool runsProgramOf(const Board& board, const Board& other)
{
    const AvrGccBuild* one = buildWay<AvrGccBuild>(board);
    const AvrGccBuild* two = buildWay<AvrGccBuild>(other);
    return board.id == other.id || (one && two && one->mcu == two->mcu && one->defines == two->defines);
}

std::optional<PreparedProgram> programFor(const Board& board)
{
    for (const Board& each : boards()) {
        const std::string_view hex = preparedFile(each.id + ".hex");
        if (hex.empty() || !runsProgramOf(board, each))
            continue;
        const nlohmann::json facts = nlohmann::json::parse(preparedFile(each.id + ".json"), nullptr, false);
        assert(facts.is_object()); // our own files
        PreparedProgram program;
        program.hex = hex;
        program.imageAt = facts["imageAt"].get<std::uint32_t>();
        program.imageOffset = facts["imageOffset"].get<std::int64_t>();
        program.ramBytes = facts["ramBytes"].get<std::int64_t>();
        program.room = {facts["imageBytes"].get<std::size_t>(), facts["alignment"].get<std::size_t>(),
                        facts["features"].get<int>(), facts["activations"].get<int>(), facts["outputs"].get<int>()};
        return program;
    }
    return std::nullopt;
}

}

bool isPrepared(const Board& board)
{
    return programFor(board).has_value();
}

Result<Firmware> prepareFirmware(const DeployableModel& model, std::string_view projectName, const Board& board,
                                 const fs::path& folder)
{
    const std::optional<PreparedProgram> program = programFor(board);
    assert(program);
    const auto image = modelImage(model, projectName, board, program->room);
    if (!image)
        return image.error();
    Firmware firmware;
    firmware.folder = fs::absolute(folder);
    firmware.name = identifierFor(projectName, model.name);
    firmware.isPrepared = true;
    firmware.files[FirmwareForm::Hex] = firmware.folder / (firmware.name + ".hex");
    firmware.flashBytes = program->imageOffset + static_cast<std::int64_t>(image->size());
    firmware.ramBytes = program->ramBytes;
    firmware.log = "No compiler was needed: the model was put as data into the program that Broto brings for the " +
                   board.name + ".\n";
    std::error_code error;
    fs::create_directories(firmware.folder, error); // what comes of it is told by the writing
    if (const auto written = writeFileAtomically(firmware.files[FirmwareForm::Hex],
                                                 withBytesAt(program->hex, program->imageAt, *image), Flush::Later);
        !written)
        return written.error();
    return firmware;
}

}

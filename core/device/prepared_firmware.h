#pragma once

#include "device/firmware.h"

#include <filesystem>
#include <string_view>

namespace broto {

/// Whether a program was prepared for the board when Broto was built, to which models are added as data.
bool isPrepared(const Board& board);

/// That program with the model in it, written to `folder`. No compiler: the same integers, more slowly. Fails for
/// models that it cannot run.
Result<Firmware> prepareFirmware(const DeployableModel& model, std::string_view projectName, const Board& board,
                                 const std::filesystem::path& folder);

}

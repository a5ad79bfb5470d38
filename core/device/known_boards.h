#pragma once

#include "device/ports.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace broto {

/// Which board a port without a name of its own turned out to be, by its serial number: kept in the user's state.
std::filesystem::path knownBoardsFile();

/// Nothing happens for a port whose device has no serial number. Nothing depends on whether it works.
void rememberBoard(const Port& port, std::string_view boardId, const std::filesystem::path& file = knownBoardsFile());

/// Empty if it was never seen, or is of a board that the catalogue does not know.
std::string rememberedBoard(const Port& port, const std::filesystem::path& file = knownBoardsFile());

}

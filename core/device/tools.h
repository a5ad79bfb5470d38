#pragma once

#include "boards/board.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace broto {

enum class ToolUse { Build, Upload, Emulate };

/// A program that is called where it is installed.
struct Tool {
    std::string name; ///< "avr-g++"
    ToolUse use;
    std::vector<std::string> boards; ///< the names of those it is for
    std::string package;             ///< of Debian, which brings it; empty where it has none
    std::optional<std::filesystem::path> place;
};

/// All of the catalogue's boards, and which of them this computer has: those that build, then those that upload, then
/// those that emulate.
std::vector<Tool> toolsOfThisComputer();

/// The program that would compile for a board if it were installed: "avr-gcc". Empty: there is none.
std::string compilerOf(const Board& board);

}

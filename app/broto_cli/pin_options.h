#pragma once

#include "boards/board.h"
#include "project_input.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace broto {

/// Options of the commands that build: which pins the program reads.
struct PinOptions {
    std::vector<std::string> pins; ///< none: those of the project
    bool keep = false;             ///< in the project
};

void addPinOptions(CLI::App& command, PinOptions& options);

/// "temperature=A0", "temperature=A0*0.48828-50": a name, a pin, and how its reading becomes the name's unit.
std::optional<SensorPin> parsePin(std::string_view text);

/// The pins for a board and, if they are to be kept, the project file with them in it.
Result<std::vector<SensorPin>> chosenPins(const PinOptions& options, const std::string& projectPath,
                                          const OpenedVariant& opened, const Board& board);

}

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

/// The pins for a board: those that were typed, or else those of the project.
Result<std::vector<SensorPin>> chosenPins(const PinOptions& options, const OpenedVariant& opened, const Board& board);

/// Puts them into the project file, if that is wanted: once a program reads them.
Result<void> keepPins(const std::vector<SensorPin>& pins, const PinOptions& options, const std::string& projectPath,
                      const OpenedVariant& opened, const Board& board);

}

#pragma once

#include "boards/board.h"
#include "device/avr_toolchain.h"
#include "end_to_end/exported_header/exported_models.h"
#include "end_to_end/exported_header/toolchains.h"
#include "export/exported_files.h"

#include <string>
#include <string_view>
#include <vector>

namespace broto {

const ExportedModel& modelNamed(const std::string& title);

/// With names that try to break out of comments and strings, categories and missing values; numbers; readings.
extern const std::vector<std::string> judgedModels;

/// What the quantized ones are exported as from "project".
extern const std::string exportedName;

void writeAll(const Workshop& workshop, const ExportedFiles& files);

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second);

/// The flags that the Arduino IDE gives the compiler for a board, but with every warning for what is ours.
std::vector<std::string> arduinoFlags(const AvrToolchain& tools, const Board& board);

/// A sketch as the IDE gives it to the compiler: of those files, the one whose path ends so.
std::string asSource(const ExportedFiles& files, std::string_view ending);

}

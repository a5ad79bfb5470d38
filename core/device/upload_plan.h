#pragma once

#include "boards/board.h"
#include "common/result.h"
#include "device/firmware.h"
#include "device/ports.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// An uploader of the catalogue on this computer.
struct UploadTool {
    std::string name; ///< "esptool"
    std::filesystem::path program;
    std::chrono::milliseconds stallLimit{0}; ///< silent for longer, and its board is taken for dead
};

/// Fails with the package that brings it.
Result<UploadTool> findUploadTool(std::string_view name);

/// The package of Debian that brings it; empty where it has none.
std::string_view uploadToolPackage(std::string_view name);

/// The first of the board's ways for which there are a tool and the firmware's files. Fails with what the first one
/// lacks.
Result<UploadWay> chooseUpload(const Firmware& firmware, const Board& board);

/// The tool's arguments, with what stands for their places.
std::vector<std::string> uploadArguments(const ToolUpload& way, const Firmware& firmware, const Port& port);

}

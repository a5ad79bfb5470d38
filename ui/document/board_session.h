#pragma once

#include "device/board_check.h"
#include "device/firmware.h"
#include "device/flasher.h"
#include "platform/file.h"

#include <memory>
#include <optional>
#include <string>

namespace broto::ui {

/// A firmware with the folder it lies in, which goes when nobody needs it any more.
struct BuiltFirmware {
    TemporaryFolder folder;
    Firmware firmware;
    std::uint64_t modelId = 0;
    std::string variant;
    std::string boardId;
    double seconds = 0;
};

/// A board's report with what it is about.
struct CheckedBoard {
    BoardReport report;
    std::string variant;
    double seconds = 0;
};

/// What has been done with a board since the program started. Not part of a project.
struct BoardSession {
    std::shared_ptr<const BuiltFirmware> firmware;
    std::optional<FlashReport> upload;
    std::shared_ptr<const CheckedBoard> check;
};

}

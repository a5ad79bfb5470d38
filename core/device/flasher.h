#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/firmware.h"
#include "device/ports.h"

#include <functional>
#include <string>
#include <string_view>

namespace broto {

struct FlashReport {
    double seconds = 0;
    std::string log; ///< what the uploader said
};

/// Uploads and verifies. Progress is the uploader's own, from 0 to 1. `onLog` gets its output as it comes.
Result<FlashReport> flashFirmware(const Firmware& firmware, const Board& board, const Port& port,
                                  const RunControl& control = {},
                                  const std::function<void(std::string_view)>& onLog = {});

}

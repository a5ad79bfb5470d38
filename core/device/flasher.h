#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/firmware.h"
#include "device/ports.h"
#include "device/upload_host.h"

#include <functional>
#include <string>
#include <string_view>

namespace broto {

struct FlashReport {
    double seconds = 0;
    std::string log;      ///< what the uploader said
    Port port;            ///< where the board is now: some come back at another place
    bool readBack = true; ///< and compared; a drive gives nothing back
};

/// Uploads and verifies, in the first of the board's ways that this computer can go. Progress is the uploader's own,
/// from 0 to 1. `onLog` gets its output as it comes. A board that cannot be told by its port is remembered.
Result<FlashReport> flashFirmware(const Firmware& firmware, const Board& board, const Port& port,
                                  const RunControl& control = {},
                                  const std::function<void(std::string_view)>& onLog = {}, const UploadHost& host = {});

}

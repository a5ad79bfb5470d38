#pragma once

#include "boards/board.h"
#include "common/result.h"
#include "common/run_control.h"
#include "device/upload_host.h"

#include <filesystem>

namespace broto {

/// Copies a firmware file to the drive that a board shows, once it is there, and waits until the board has taken it:
/// the drive or the file is gone. A board that did not like the file says so in FAIL.TXT.
Result<void> uploadToDrive(const std::filesystem::path& file, const DriveUpload& how, const Board& board,
                           const UploadHost& host, const RunControl& control);

}

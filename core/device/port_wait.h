#pragma once

#include "boards/board.h"
#include "common/run_control.h"
#include "device/upload_host.h"

#include <functional>
#include <optional>
#include <vector>

namespace broto {

/// Looks every tenth of a second, for nothing tells of ports and drives. False: the time is over, or somebody has asked
/// to stop.
bool waitUntil(const std::function<bool()>& isSo, std::chrono::milliseconds limit, const RunControl& control);

/// The port on which a board's loader answers after it was asked to start: one that was not there before, or the old
/// one come back.
std::optional<Port> waitForLoader(const Port& port, const std::vector<Port>& before, const UploadHost& host,
                                  const RunControl& control);

/// Where a board is that has started its new program: at the old place, or by its serial number or kind at another.
std::optional<Port> waitForProgram(const Port& port, const Board& board, const UploadHost& host,
                                   const RunControl& control);

}

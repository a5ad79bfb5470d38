#pragma once

#include "device/ports.h"
#include "device/virtual_board.h"

#include <optional>
#include <string>

namespace broto {

/// Where a command finds its board, and the virtual board that it started for that, which ends with this.
struct BoardPlace {
    std::optional<VirtualBoard> started;
    Port port;
};

/// The port by its path; or the virtual board, a running one before a new one; or, with neither, the only board there
/// is.
Result<BoardPlace> findBoardPlace(const std::string& port, const std::string& virtualBoard);

}

#pragma once

#include "common/result.h"
#include "device/ports.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>

namespace broto {

/// An open connection to a board: bytes out, bytes in. Used by one thread. Closes when it goes.
class Link {
public:
    virtual ~Link() = default;

    /// Waits for at least one byte. 0: the time is over. An error: the board is gone.
    virtual Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) = 0;

    /// Writes all of it, or fails.
    virtual Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) = 0;
};

/// Opens a port, which resets most boards. Fails in a sentence when it is missing, busy or forbidden.
Result<std::unique_ptr<Link>> openLink(const Port& port, int baud = 115200);

}

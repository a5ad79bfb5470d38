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
    using TimePoint = std::chrono::steady_clock::time_point;

    virtual ~Link() = default;

    /// By the clock that counts its time limits: an emulated board has a time of its own.
    virtual TimePoint now() const { return std::chrono::steady_clock::now(); }

    /// Waits for at least one byte. 0: the time is over. An error: the board is gone.
    virtual Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) = 0;

    /// Writes all of it, or fails.
    virtual Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) = 0;
};

/// Opens a port, which resets most boards. Fails in a sentence when it is missing, busy or forbidden.
Result<std::unique_ptr<Link>> openLink(const Port& port, int baud = 115200);

}

#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/ports.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace broto {

/// The rates that boards print at.
inline constexpr std::array<int, 5> commonBaudRates = {9600, 19200, 38400, 57600, 115200};

/// What was heard of a device at a rate.
struct HeardAtBaud {
    int baud = 0;
    std::size_t bytes = 0;
    std::size_t readable = 0; ///< bytes that belong to text
    std::size_t lines = 0;    ///< whole lines of nothing but text

    double share() const { return bytes ? static_cast<double>(readable) / static_cast<double>(bytes) : 0; }
};
HeardAtBaud heardAtBaud(int baud, std::string_view bytes);

struct BaudGuess {
    std::optional<int> baud; ///< nothing: no rate gives text
    Message reason;
    std::vector<HeardAtBaud> heard; ///< at every rate that was tried
};

/// The rate at which nearly all bytes are text, in whole lines.
BaudGuess bestBaud(std::vector<HeardAtBaud> heard);

/// Listens at one rate after the other, the most common first, until one gives text beyond doubt: a second or two where
/// that is the first. Opens the port for each, which resets most boards. Fails when the port does, or when cancelled.
Result<BaudGuess> guessBaud(const Port& port, const RunControl& control = {});

}

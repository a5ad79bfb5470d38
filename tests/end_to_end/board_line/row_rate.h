#pragma once

#include "common/result.h"
#include "flashed_machine.h"

#include <cstddef>
#include <string>

namespace broto {

/// How fast a virtual Uno answers rows, in its own time.
struct RowRate {
    std::string network;
    std::size_t rows = 0;
    std::size_t identical = 0;
    double rowsASecond = 0;
    double oneByOne = 0;          ///< rows a second with one request at a time
    std::size_t requestBytes = 0; ///< on the line, on average
    std::size_t answerBytes = 0;
    std::size_t mostUnanswered = 0; ///< bytes of requests on their way
    std::size_t receiveBuffer = 0;

    /// What the line carries of the larger of the two, if the board needed no time: 10,400 bytes a second.
    double limit() const;
};

/// Network "A" to "D" of tests/data/kernels, asked for so many rows.
Result<RowRate> rowRate(const std::string& network, std::size_t rows);

}

#pragma once

#include "device/board_answers.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace broto {

/// A time that a board has told, in microseconds. Nothing where it counts instructions or its clock is unknown.
std::optional<double> microseconds(double time, TimeUnit unit, std::uint32_t clockHz);

/// How long a board takes for its answers, all in one unit.
struct AnswerTimes {
    double usual = 0; ///< in the middle of all
    double least = 0;
    double most = 0;
    std::vector<std::size_t> counts; ///< of ranges of equal width from the least to the most; one where all are alike
};

/// All 0 and without counts where there are no times.
AnswerTimes answerTimes(std::vector<double> times, std::size_t ranges = 1);

}

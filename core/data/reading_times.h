#pragma once

#include "data/table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace broto {

/// How long one unit of a column of times is: 1 for dates and for "t (s)", 0.001 for "t (ms)" and for "time_ms". Times
/// since 1970 tell it by their size; whole numbers called "timestamp" are milliseconds; any other column of numbers
/// that says no unit counts seconds.
double secondsPerUnit(const Column& column);

/// When each row was taken, in seconds; NaN where the column does not say. Empty for a column of texts: they may tell
/// an order, but no distance.
std::vector<double> secondsOf(const Column& column);

/// How readings usually follow each other.
struct ReadingPace {
    double step = 0;              ///< seconds between two readings whose times differ, the median; 0: there are none
    double readingsPerSecond = 0; ///< likewise; where times are written so coarsely that most are equal, on average
};

/// `groups` has one a row, or none at all: steps from one group to another do not count, nor do steps back.
ReadingPace paceOf(const std::vector<double>& seconds, const std::vector<std::int32_t>& groups);

}

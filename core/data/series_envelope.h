#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/table.h"

#include <cstdint>
#include <vector>

namespace broto {

/// The values of a column one after the other.
struct Series {
    std::vector<double> times;       ///< ascending, one a value; empty: values are one row apart, the first is row 1
    std::vector<double> values;      ///< NaN where missing; texts: the place of the category
    std::vector<std::uint32_t> rows; ///< of the table, one a value; empty: the same as the values
    std::vector<std::size_t> breaks; ///< places before which the line is broken, ascending

    double first() const { return times.empty() ? 1 : times.front(); }
    double last() const { return times.empty() ? static_cast<double>(values.size()) : times.back(); }
};

/// In the order of a column of times or numbers, without the rows that miss it; in the order of rows for null. Fails
/// only when cancelled.
Result<Series> seriesOf(const Column& values, const Column* times, const RunControl& control = {});

/// A line that looks like a stretch of a series, with few points.
struct Envelope {
    std::vector<double> x, y; ///< NaN in y: the line is broken
    bool everyValue = true;   ///< false: only the smallest and the largest value of every step
};

/// The series between two times in so many steps: where a step has more than two values, its smallest and its largest
/// one, in their order. The neighbours of the stretch belong to it, so that the line reaches both ends.
Envelope envelopeOf(const Series& series, double from, double to, std::size_t steps);

}

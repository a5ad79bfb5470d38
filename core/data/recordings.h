#pragma once

#include "data/data_choices.h"
#include "data/series_envelope.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace broto {

/// Recordings whose times all begin anew, such as "t" from 0 to 2 s for each of many gestures, one behind the other on
/// a common axis.
struct LaidRecordings {
    std::shared_ptr<const Column> times; ///< where each row lies on that axis
    std::vector<double> starts;          ///< where each recording does, ascending
    std::vector<double> shifts;          ///< of each: how much later it lies than its own times say

    double ownTime(double place) const; ///< the time as it was written
};

/// Which rows belong together by the columns with the role of a group: a number a row; empty without such a column.
std::vector<std::int32_t> recordingGroups(const Table& table, const DataChoices& choices);

/// Lays recordings end to end, with a gap between them. Nothing where times are dates, which have a common axis, where
/// they only grow, and where they step back so often that the rows are in no order at all.
std::optional<LaidRecordings> laidEndToEnd(const Column& times, const std::vector<std::int32_t>& groups);

/// Breaks the line of a series where readings are more than 2.5 usual steps apart and where another group begins.
/// `times` are those that the series was made with; null: the rows' numbers.
void breakAtGaps(Series& series, const Column* times, const std::vector<std::int32_t>& groups);

}

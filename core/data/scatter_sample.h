#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/row_groups.h"

#include <cstdint>
#include <vector>

namespace broto {

/// Some rows of two columns, to be drawn as points. All lists are equally long.
struct ScatterSample {
    std::vector<std::uint32_t> rows; ///< of the table, ascending
    std::vector<double> x, y;        ///< texts: the place of the category
    std::vector<std::int16_t> groups;
    std::size_t complete = 0; ///< rows that have both values: what the points stand for
};

/// At most `most` of the rows that have both values, evenly spread over them: always the same. Fails only when
/// cancelled.
Result<ScatterSample> scatterSample(const Column& x, const Column& y, const RowGroups& groups, std::size_t most,
                                    const RunControl& control = {});

}

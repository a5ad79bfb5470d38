#include "data/scatter_sample.h"

#include "common/cancelled.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

/// NaN where missing.
double placeOf(const Column& column, std::size_t row)
{
    if (!column.texts())
        return column.numbers[row];
    const std::int32_t code = column.codes[row];
    return code < 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(code);
}

std::size_t rowsOf(const Column& column)
{
    return column.texts() ? column.codes.size() : column.numbers.size();
}

}

Result<ScatterSample> scatterSample(const Column& x, const Column& y, const RowGroups& groups, std::size_t most,
                                    const RunControl& control)
{
    ScatterSample sample;
    std::vector<std::uint32_t> complete;
    for (std::size_t row = 0; row < rowsOf(x); ++row) {
        if (row % (std::size_t{1} << 18) == 0 && control.stopRequested())
            return cancelledByUser();
        if (!std::isnan(placeOf(x, row)) && !std::isnan(placeOf(y, row)))
            complete.push_back(static_cast<std::uint32_t>(row));
    }
    sample.complete = complete.size();
    const std::size_t points = std::min(most, complete.size());
    for (std::size_t point = 0; point < points; ++point) {
        const std::uint32_t row = complete[point * complete.size() / points];
        sample.rows.push_back(row);
        sample.x.push_back(placeOf(x, row));
        sample.y.push_back(placeOf(y, row));
        sample.groups.push_back(groups.group(row));
    }
    return sample;
}

}

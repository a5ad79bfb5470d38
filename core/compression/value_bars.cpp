#include "compression/value_bars.h"

#include "data/distribution.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr std::size_t wantedRanges = 40;

struct Extent {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();

    void include(std::span<const float> values)
    {
        for (const double value : values)
            if (std::isfinite(value)) {
                lowest = std::min(lowest, value);
                highest = std::max(highest, value);
            }
    }
};

std::vector<std::size_t> counted(std::span<const float> values, const std::vector<double>& edges)
{
    const std::size_t ranges = edges.size() - 1;
    const double width = edges[1] - edges[0];
    std::vector<std::size_t> counts(ranges);
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        const double place = std::max(0.0, (value - edges[0]) / width);
        ++counts[place < static_cast<double>(ranges) ? static_cast<std::size_t>(place) : ranges - 1];
    }
    return counts;
}

}

ValueBars valueBars(std::span<const float> model, std::span<const float> network)
{
    Extent extent;
    extent.include(model);
    extent.include(network);
    if (extent.lowest > extent.highest)
        return {};
    ValueBars bars{rangeEdges(extent.lowest, extent.highest, wantedRanges, false), {}, {}};
    bars.model = counted(model, bars.edges);
    if (!network.empty())
        bars.network = counted(network, bars.edges);
    return bars;
}

double signalToNoise(std::span<const float> exact, std::span<const float> values)
{
    assert(exact.size() == values.size());
    double signal = 0, noise = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const double difference = static_cast<double>(values[i]) - static_cast<double>(exact[i]);
        signal += static_cast<double>(exact[i]) * static_cast<double>(exact[i]);
        noise += difference * difference;
    }
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (exact.empty() || !std::isfinite(signal) || !std::isfinite(noise))
        return std::numeric_limits<double>::quiet_NaN();
    if (noise == 0)
        return infinity;
    return signal == 0 ? -infinity : 10 * std::log10(signal / noise);
}

}

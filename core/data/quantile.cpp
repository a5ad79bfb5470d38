#include "data/quantile.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <vector>

namespace broto {

double quantileOf(std::span<const double> ascending, double share)
{
    assert(!ascending.empty());
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    const double fraction = place - static_cast<double>(below);
    return ascending[below] * (1 - fraction) + ascending[above] * fraction;
}

std::optional<std::array<double, 3>> quartilesOf(std::span<const double> numbers)
{
    std::vector<double> values;
    values.reserve(numbers.size());
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(values), [](double n) { return !std::isnan(n); });
    if (values.empty())
        return std::nullopt;
    // Only the two neighbours of each place have to be found, not a whole order.
    std::array<double, 3> quartiles{};
    for (std::size_t i = 0; i < quartiles.size(); ++i) {
        const double place = 0.25 * static_cast<double>(i + 1) * static_cast<double>(values.size() - 1);
        const auto below = values.begin() + static_cast<std::ptrdiff_t>(place);
        std::nth_element(values.begin(), below, values.end());
        const double above = below + 1 == values.end() ? *below : *std::min_element(below + 1, values.end());
        quartiles[i] = quantileOf(std::array{*below, above}, place - std::floor(place));
    }
    return quartiles;
}

}

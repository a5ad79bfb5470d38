#include "data/quantile.h"

#include <algorithm>
#include <cassert>
#include <cmath>

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

}

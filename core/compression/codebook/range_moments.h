#pragma once

#include "compression/codebook/weighted_values.h"

#include <bit>
#include <cstddef>
#include <vector>

namespace broto {

/// What values are about: their weight, their mean, and the weighted sum of their squared distances from it.
struct Moments {
    double weight = 0;
    double mean = 0;
    double squares = 0;
};

/// Of two groups of values taken together; both have some. Only terms that are not negative are added, so that the
/// squares stay exact to a few units in the last place.
inline Moments joined(const Moments& a, const Moments& b)
{
    const double weight = a.weight + b.weight;
    const double share = b.weight / weight;
    const double distance = b.mean - a.mean;
    return {weight, a.mean + distance * share, a.squares + b.squares + distance * distance * (a.weight * share)};
}

/// The moments of any run of ascending values, each in the same short time.
///
/// Differences of running sums would give them too, but of a tight group far from the others nothing but rounding would
/// be left. So the values are halved again and again, and for each value the moments up to the middle of every part it
/// is in are kept: any run is two of these, one on each side of a middle. Takes 24 bytes for each value and halving.
class RangeMoments {
public:
    explicit RangeMoments(const WeightedValues& ascending);

    /// From `first` to before `end`; at least one value.
    Moments of(std::size_t first, std::size_t end) const
    {
        const std::size_t last = end - 1;
        return first == last ? m_levels[0][first] : joined(level(first, last)[first], level(first, last)[last]);
    }

    double squares(std::size_t first, std::size_t end) const { return of(first, end).squares; }

private:
    const std::vector<Moments>& level(std::size_t first, std::size_t last) const
    {
        return m_levels[static_cast<std::size_t>(std::bit_width(first ^ last))];
    }

    std::vector<std::vector<Moments>> m_levels; ///< [0]: the values themselves
};

}

#pragma once

#include "common/random.h"
#include "compression/codebook/weighted_values.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace broto {

/// `each` values about every centre, none farther from it than `spread`, group after group.
inline WeightedValues plantedValues(const std::vector<double>& centres, int each, double spread, std::uint64_t seed = 1)
{
    Random random(seed);
    WeightedValues values;
    for (const double centre : centres) {
        for (int i = 0; i < each; ++i)
            values.add(centre + spread * static_cast<double>(random.uniform(-1, 1)), 1);
    }
    return values;
}

inline WeightedValues shuffled(const WeightedValues& values, std::uint64_t seed = 1)
{
    std::vector<std::size_t> order(values.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    Random random(seed);
    random.shuffle(std::span(order));
    WeightedValues result;
    for (const std::size_t i : order)
        result.add(values.values[i], values.weights[i]);
    return result;
}

/// Bell-shaped, as the weights of a trained layer are.
inline WeightedValues bellShaped(int count, std::uint64_t seed = 1)
{
    Random random(seed);
    WeightedValues values;
    for (int i = 0; i < count; ++i) {
        const double value = random.normal();
        values.add(value, 0.5 + static_cast<double>(random.uniform(0, 1)));
    }
    return values;
}

/// As many as there should be, each near the one it should be.
inline bool areNear(const std::vector<double>& found, const std::vector<double>& expected, double distance)
{
    return std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                      [&](double a, double b) { return std::abs(a - b) <= distance; });
}

inline bool isStrictlyAscending(const std::vector<double>& centres)
{
    return std::adjacent_find(centres.begin(), centres.end(), [](double a, double b) { return !(a < b); }) ==
           centres.end();
}

/// What a codebook loses: the weighted sum of squared distances to the nearest centre.
inline double squaresLeft(const WeightedValues& values, const std::vector<double>& centres)
{
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double least = std::abs(values.values[i] - centres.front());
        for (const double centre : centres)
            least = std::min(least, std::abs(values.values[i] - centre));
        sum += values.weights[i] * least * least;
    }
    return sum;
}

}

#include "compression/codebook/weighted_values.h"

#include "compression/codebook/range_moments.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace broto {

namespace {

/// By the value, then by the weight, so that sums of equal values' weights are the same in any order.
std::vector<std::pair<double, double>> sorted(const WeightedValues& values)
{
    std::vector<std::pair<double, double>> pairs;
    pairs.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        pairs.emplace_back(values.values[i] + 0.0, values.weights[i]); // -0 becomes 0
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// The value of a run with which half of its weight has passed.
double middleOf(const WeightedValues& ascending, std::size_t first, double weight)
{
    double passed = ascending.weights[first];
    while (2 * passed < weight)
        passed += ascending.weights[++first];
    return ascending.values[first];
}

}

void WeightedValues::add(double value, double weight)
{
    values.push_back(value);
    weights.push_back(weight);
}

WeightedValues equallyWeighted(std::vector<double> values)
{
    std::vector<double> weights(values.size(), 1.0);
    return {std::move(values), std::move(weights)};
}

bool isValid(const WeightedValues& values)
{
    return values.values.size() == values.weights.size() &&
           std::all_of(values.values.begin(), values.values.end(), [](double value) { return std::isfinite(value); }) &&
           std::all_of(values.weights.begin(), values.weights.end(),
                       [](double weight) { return std::isfinite(weight) && weight > 0; });
}

WeightedValues ascendingDistinct(const WeightedValues& values)
{
    WeightedValues distinct;
    for (const auto& [value, weight] : sorted(values)) {
        if (!distinct.empty() && distinct.values.back() == value)
            distinct.weights.back() += weight;
        else
            distinct.add(value, weight);
    }
    return distinct;
}

WeightedValues representatives(const WeightedValues& ascending, std::size_t most)
{
    if (ascending.size() <= most)
        return ascending;
    const double total = std::accumulate(ascending.weights.begin(), ascending.weights.end(), 0.0);
    WeightedValues result;
    double left = total,
           run = 0; // what is left is shared out anew after every run: one value may weigh as much as many
    for (std::size_t i = 0, first = 0; i < ascending.size(); ++i) {
        run += ascending.weights[i];
        const std::size_t runsLeft = most - result.size();
        const bool full = runsLeft > 1 && run * static_cast<double>(runsLeft) >= left;
        if (full || i + 1 == ascending.size()) {
            result.add(middleOf(ascending, first, run), run);
            first = i + 1;
            left -= run;
            run = 0;
        }
    }
    return result;
}

double deviationOf(const WeightedValues& values)
{
    Moments all;
    for (const auto& [value, weight] : sorted(values)) {
        const Moments single{weight, value, 0};
        all = all.weight > 0 ? joined(all, single) : single;
    }
    return all.weight > 0 ? std::sqrt(all.squares / all.weight) : 0;
}

}

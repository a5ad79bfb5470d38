#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace broto {

/// Values in ranges of equal width: those of a model, and in the same ranges those of the float network that it came
/// from. Values that are not finite are in none.
struct ValueBars {
    std::vector<double> edges;        ///< one more than there are ranges; none without a value
    std::vector<std::size_t> model;   ///< how many are in each range
    std::vector<std::size_t> network; ///< likewise; none where there is nothing to compare with
    bool operator==(const ValueBars&) const = default;
};
ValueBars valueBars(std::span<const float> model, std::span<const float> network = {});

/// How far values are from those they stand for, in dB: ten times the logarithm of the sum of squares of `exact` over
/// that of the differences. Each 6 dB are a bit more. Infinite where there is no difference at all; minus infinity
/// where there is one though all that is exact is 0; NaN of no values, or of such that are not finite. Both have the
/// same size.
double signalToNoise(std::span<const float> exact, std::span<const float> values);

}

#pragma once

#include "compression/activation_rules.h"
#include "compression/deployable_model.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace broto {

// Rules of docs/arithmetic.md about multipliers, shifts and sums.

inline constexpr int leastShift = 17;
inline constexpr int largestShift = 24;
inline constexpr int scoreShift = 16;
inline constexpr double largestMultiplier = 32767;

/// The largest shift with which a factor becomes a multiplier; the least one where none does.
inline int largestShiftFor(double factor)
{
    if (!(factor > 0))
        return largestShift;
    // factor = fraction * 2^exponent with a fraction from 1/2 up to 1, so that 15 bits of it make a multiplier, unless
    // they round to 2^15.
    int exponent = 0;
    const double fraction = std::frexp(factor, &exponent);
    const int bits = fraction * 32768 < largestMultiplier + 0.5 ? 15 : 14;
    return std::clamp(bits - exponent, leastShift, largestShift);
}

inline std::int16_t multiplierOf(double factor)
{
    return static_cast<std::int16_t>(std::clamp(std::round(factor), 1.0, largestMultiplier));
}

/// Whether |bias| + 127 * sum|weight| < 2^23 for one neuron.
inline bool sumFits24Bits(const IntegerLayer& layer, std::size_t neuron, double bias)
{
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    double sum = std::abs(bias);
    for (std::size_t i = 0; i < inputs; ++i)
        sum += largestActivation * std::abs(static_cast<int>(layer.weights[neuron * inputs + i]));
    return sum < accumulatorLimit;
}

}

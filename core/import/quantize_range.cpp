#include "import/quantize_range.h"

#include "compression/activation_rules.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

/// The integer of a value, cut off.
std::int64_t integerOf(const QuantizeStep& step, double value)
{
    const double integer = std::nearbyint(value / step.scale) + static_cast<double>(step.zeroPoint);
    return static_cast<std::int64_t>(std::clamp<double>(integer, step.lowest, step.highest));
}

double valueOf(const QuantizeStep& step, std::int64_t integer)
{
    return static_cast<double>(integer - step.zeroPoint) * step.scale;
}

}

QuantizeStep narrowed(const QuantizeStep& first, const QuantizeStep& second)
{
    QuantizeStep both = second;
    both.lowest = static_cast<int>(integerOf(second, valueOf(first, first.lowest)));
    both.highest = static_cast<int>(integerOf(second, valueOf(first, first.highest)));
    return both;
}

bool beginsAtZero(const QuantizeStep& step)
{
    return step.zeroPoint == step.lowest;
}

bool endsAtZero(const QuantizeStep& step)
{
    return step.zeroPoint == step.highest;
}

float valueBehind(const QuantizeStep& step, float value)
{
    return static_cast<float>(valueOf(step, integerOf(step, value)));
}

std::int64_t middleOf(const QuantizeStep& step)
{
    return (step.lowest + step.highest + 1) / 2;
}

double symmetricScale(const QuantizeStep& step)
{
    const std::int64_t middle = middleOf(step); // -128 is as good as -127
    const std::int64_t most = std::max(step.highest - middle, middle - step.lowest - 1);
    return static_cast<double>(most) / largestActivation * step.scale;
}

double reachOf(const QuantizeStep& step)
{
    const std::int64_t below = step.zeroPoint - step.lowest;
    const bool isOneMore = step.zeroPoint == 0 && below == largestActivation + 1; // -128 is as good as -127
    return std::max(reachAbove(step), static_cast<double>(isOneMore ? largestActivation : below) * step.scale);
}

double reachAbove(const QuantizeStep& step)
{
    return static_cast<double>(step.highest - step.zeroPoint) * step.scale;
}

}

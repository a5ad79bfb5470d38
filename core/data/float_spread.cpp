#include "data/float_spread.h"

#include "common/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

double floatStepsOf(const Column& column)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (!column.numeric() || column.distinct < 2)
        return infinity;
    const auto largest = static_cast<float>(std::max(std::fabs(column.min), std::fabs(column.max)));
    const float next = std::nextafter(largest, std::numeric_limits<float>::infinity());
    if (!std::isfinite(next) || largest < std::numeric_limits<float>::min())
        return infinity;
    return column.deviation / (static_cast<double>(next) - static_cast<double>(largest));
}

bool isTooFineForFloats(const Column& column)
{
    constexpr double fewestSteps = 2;
    return floatStepsOf(column) < fewestSteps;
}

bool isRoughInFloats(const Column& column)
{
    constexpr double enoughSteps = 64; // as many as six bits tell apart
    return floatStepsOf(column) < enoughSteps && !isTooFineForFloats(column);
}

std::string constantToSubtract(const Column& column)
{
    const int place = static_cast<int>(std::floor(std::log10(column.max - column.min))) + 1;
    const double unit = std::pow(10.0, place);
    return fixed(std::round(column.mean / unit) * unit, std::max(0, -place));
}

}

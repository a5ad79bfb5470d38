#include "network/interval.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double normalBound = 1.959963984540054; ///< 95 % of a normal distribution lie within ± this many deviations
constexpr double squaredBound = normalBound * normalBound;

constexpr Interval undefined{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

/// The likeliest share of lost rows if the shares of gained and lost ones differ by `change`: the larger root of
/// 2 rows q² + b q - lost change (1 - change), written so that no digits cancel.
double likeliestLostShare(double gained, double lost, double rows, double change)
{
    const double b = (2 * rows - gained + lost) * change - gained - lost;
    const double product = lost * change * (1 - change);
    const double root = std::sqrt(b * b + 8 * rows * product);
    if (b <= 0)
        return (root - b) / (4 * rows);
    return 2 * product / (root + b);
}

/// The largest change of which the counts are not too far (in deviations under that change) to be a sample.
double highestChange(double gained, double lost, double rows)
{
    double inside = (gained - lost) / rows, outside = 1;
    for (int step = 0; step < 60; ++step) {
        const double change = (inside + outside) / 2;
        const double lostShare = likeliestLostShare(gained, lost, rows, change);
        const double distance = rows * change - (gained - lost);
        const double variance = rows * (2 * lostShare + change * (1 - change));
        (distance * distance > squaredBound * variance ? outside : inside) = change;
    }
    return inside;
}

}

Interval shareInterval(std::size_t part, std::size_t rows)
{
    assert(part <= rows);
    if (rows == 0)
        return undefined;
    const auto right = static_cast<double>(part), count = static_cast<double>(rows);
    const double wrong = count - right;
    const double centre = right + squaredBound / 2;
    const double reach = normalBound * std::sqrt(right * wrong / count + squaredBound / 4);
    return {part == 0 ? 0 : (centre - reach) / (count + squaredBound),
            part == rows ? 1 : (centre + reach) / (count + squaredBound)};
}

Interval shareChangeInterval(std::size_t gained, std::size_t lost, std::size_t rows)
{
    assert(gained + lost <= rows);
    if (rows == 0)
        return undefined;
    const auto up = static_cast<double>(gained), down = static_cast<double>(lost), count = static_cast<double>(rows);
    return {-highestChange(down, up, count), highestChange(up, down, count)};
}

ChangeVerdict changeVerdict(const Interval& change, double margin)
{
    assert(margin >= 0);
    if (change.low > 0)
        return ChangeVerdict::Better;
    if (change.high < 0)
        return ChangeVerdict::Worse;
    // Not so of NaN.
    return change.low >= -margin && change.high <= margin ? ChangeVerdict::Same : ChangeVerdict::Undecided;
}

}

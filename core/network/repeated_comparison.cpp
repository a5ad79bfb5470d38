#include "network/repeated_comparison.h"

#include "network/student.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace broto {

RepeatedComparison repeatedComparison(std::span<const double> changes)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    RepeatedComparison comparison{changes.size(), none, none, {none, none}};
    if (changes.empty())
        return comparison;
    const auto count = static_cast<double>(changes.size());
    comparison.mean = std::accumulate(changes.begin(), changes.end(), 0.0) / count;
    if (changes.size() < 2)
        return comparison;
    double squares = 0;
    for (const double change : changes)
        squares += (change - comparison.mean) * (change - comparison.mean);
    comparison.deviation = std::sqrt(squares / (count - 1));
    const double reach = studentBound(static_cast<int>(changes.size()) - 1) * comparison.deviation / std::sqrt(count);
    comparison.interval = {comparison.mean - reach, comparison.mean + reach};
    return comparison;
}

}

#include "data/statistics.h"

#include <algorithm>
#include <cmath>

namespace broto {

void StableSum::add(double number)
{
    const double sum = m_sum + number;
    m_lost += std::fabs(m_sum) >= std::fabs(number) ? (m_sum - sum) + number : (number - sum) + m_sum;
    m_sum = sum;
}

Statistics statisticsOf(std::span<const double> numbers)
{
    Statistics result;
    StableSum sum;
    for (const double number : numbers) {
        if (std::isnan(number))
            continue;
        result.min = result.count ? std::min(result.min, number) : number;
        result.max = result.count ? std::max(result.max, number) : number;
        ++result.count;
        sum.add(number);
    }
    if (result.count == 0)
        return result;
    const auto count = static_cast<double>(result.count);
    // Rounding must not put the mean outside of what it is the mean of: a constant has exactly no deviation.
    result.mean = std::clamp(sum.value() / count, result.min, result.max);
    return result;
}

double deviationOf(std::span<const double> numbers, double mean)
{
    std::size_t count = 0;
    StableSum squares;
    for (const double number : numbers) {
        if (std::isnan(number))
            continue;
        ++count;
        squares.add((number - mean) * (number - mean));
    }
    return count ? std::sqrt(squares.value() / static_cast<double>(count)) : 0;
}

}

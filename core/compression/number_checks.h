#pragma once

#include <algorithm>
#include <cmath>

namespace broto {

template<class Numbers>
bool allFinite(const Numbers& numbers)
{
    return std::all_of(numbers.begin(), numbers.end(), [](float number) { return std::isfinite(number); });
}

template<class Numbers>
bool allPositive(const Numbers& numbers)
{
    return std::all_of(numbers.begin(), numbers.end(),
                       [](float number) { return std::isfinite(number) && number > 0; });
}

}

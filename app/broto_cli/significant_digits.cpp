#include "significant_digits.h"

#include "common/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace broto {

namespace {

template<class... Format>
std::string written(double number, Format... format)
{
    std::array<char, 64> buffer;
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format...).ptr};
}

}

std::string significantDigits(double number, int digits)
{
    constexpr double least = 1e-5;
    constexpr double most = 1e15;
    const double size = std::fabs(number);
    if (!std::isfinite(number))
        return "–";
    if (size < most && number == std::floor(number))
        return written(number + 0.0, std::chars_format::fixed); // -0 is written 0
    const double rounded = parseNumber(written(number, std::chars_format::general, digits)).value_or(number);
    return least <= size && size < most ? written(rounded, std::chars_format::fixed) : written(rounded);
}

}

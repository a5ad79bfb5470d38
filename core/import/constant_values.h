#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace broto {

/// The numbers whose bytes these are.
template<class Number>
std::vector<Number> valuesOf(std::string_view bytes)
{
    std::vector<Number> values(bytes.size() / sizeof(Number));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(Number));
    return values;
}

/// A number of 16 bits: one of sign, five of exponent, ten of fraction.
inline float floatOfHalf(std::uint16_t bits)
{
    const int exponent = bits >> 10 & 31;
    const int fraction = bits & 1023;
    const float size = exponent == 31  ? (fraction ? NAN : INFINITY)
                       : exponent == 0 ? std::ldexp(static_cast<float>(fraction), -24)
                                       : std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
    return bits >> 15 ? -size : size;
}

inline std::vector<float> floatsOfHalves(std::string_view bytes)
{
    std::vector<float> values;
    for (const std::uint16_t bits : valuesOf<std::uint16_t>(bytes))
        values.push_back(floatOfHalf(bits));
    return values;
}

/// Integers of a constant and what they stand for. One scale and zero point for all, or one for each index of `axis`.
struct QuantizedConstant {
    std::vector<std::int64_t> shape;
    std::vector<std::int32_t> integers;
    std::vector<float> scale;
    std::vector<std::int64_t> zeroPoint;
    int axis = 0;
};

}

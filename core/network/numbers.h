#pragma once

#include "network/exponential.h"

#include <bit>
#include <cmath>
#include <cstdint>

// What formulas are written with that hold for one float, for one double (tests) and for several floats at once:
// training/kernels/floats.h has functions of the same names.

namespace broto {

template<class Number>
inline Number select(bool condition, Number yes, Number no)
{
    return condition ? yes : no;
}

template<class Number>
inline Number larger(Number a, Number b)
{
    return a > b ? a : b;
}

template<class Number>
inline Number smaller(Number a, Number b)
{
    return a < b ? a : b;
}

inline float magnitude(float x)
{
    return std::abs(x);
}

inline double magnitude(double x)
{
    return std::abs(x);
}

inline double exponential(double x)
{
    return std::exp(x);
}

inline double logarithm(double x)
{
    return std::log(x);
}

/// The natural logarithm of a positive normal number to about two units in the last place, the same on every machine.
inline float logarithm(float x)
{
    // x = 2^e * m with m from sqrt(1/2) to sqrt(2); log(m) = 2 artanh(s) with s = (m - 1) / (m + 1), at most 0.172.
    const auto bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t e = (bits - 0x3f3504f3) >> 23;
    const float m = std::bit_cast<float>(bits - e * (1 << 23));
    const float s = (m - 1.0f) / (m + 1.0f);
    const float square = s * s;
    float series = 2.0f / 9;
    series = series * square + 2.0f / 7;
    series = series * square + 2.0f / 5;
    series = series * square + 2.0f / 3;
    series = series * square + 2.0f;
    const float power = static_cast<float>(e);
    return power * 0.693359375f + (s * series - power * 2.12194440e-4f);
}

}

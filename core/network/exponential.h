#pragma once

#include <bit>
#include <cstdint>

namespace broto {

/// e^x to about two units in the last place, with the same bits on every machine, which the standard library's is not.
/// Inputs outside -87..88 are taken as the nearest of these; NaN stays NaN.
inline float exponential(float x)
{
    constexpr float log2OfE = 1.44269504f;
    constexpr float ln2High = 0.693359375f; // few bits, so that its product with a whole number is exact
    constexpr float ln2Low = -2.12194440e-4f;

    // e^x = 2^n * e^r with |r| <= ln(2) / 2, where the series needs eight terms. NaN takes the second branch.
    const float bounded = x > -87.0f ? (x < 88.0f ? x : 88.0f) : -87.0f;
    const float scaled = bounded * log2OfE;
    const std::int32_t n = static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5f : 0.5f));
    const float whole = static_cast<float>(n);
    const float r = (bounded - whole * ln2High) - whole * ln2Low;
    float series = 1.0f / 5040;
    series = series * r + 1.0f / 720;
    series = series * r + 1.0f / 120;
    series = series * r + 1.0f / 24;
    series = series * r + 1.0f / 6;
    series = series * r + 0.5f;
    series = series * r + 1.0f;
    series = series * r + 1.0f;
    const float power = std::bit_cast<float>((n + 127) << 23);
    return x == x ? series * power : x;
}

}

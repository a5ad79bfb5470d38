// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_FLOAT_STEP_H
#define BROTO_RUNTIME_FLOAT_STEP_H

// Single-precision arithmetic that gives the same bits on every machine. Addition, subtraction, multiplication and the
// conversion of integers are rounded the same way by every processor and every soft-float library. What differs is left
// out: quotients that come out subnormal, square roots of libraries, and multiplications that a compiler joins with an
// addition where the processor can do both at once.

#include "input_int8.h"

namespace broto {
namespace runtime {

/// a * b, rounded before anything is done with it: a call that is never inlined cannot be fused.
BROTO_ONCE inline float product(float a, float b)
{
    return a * b;
}

/// 1 / x for 1e-30 <= |x| <= 1e30, so that the quotient is a normal number.
BROTO_ONCE inline float reciprocal(float x)
{
    return 1.0f / x;
}

inline float floatOf(uint32_t bits)
{
    union {
        uint32_t bits;
        float number;
    } both;
    both.bits = bits;
    return both.number;
}

/// The square root of x >= 0, correctly rounded, digit by digit in integers. Subnormal numbers count as 0; infinities
/// and NaN stay what they are.
BROTO_ONCE inline float squareRoot(float x)
{
    const uint32_t bits = bitsOf(x);
    const int16_t exponent = static_cast<int16_t>(bits >> 23);
    if (exponent == 0)
        return 0;
    if (exponent >= 255)
        return x;
    // x = rest * 2^(2 * half) with 2^24 <= rest < 2^26: the root has 25 digits, one more than a float keeps.
    uint32_t rest = ((bits & 0x7fffffu) | 0x800000u) << 1;
    const int16_t power = static_cast<int16_t>(exponent - 127);
    if (power & 1)
        rest <<= 1;
    const int16_t half = static_cast<int16_t>((power - (power & 1)) / 2);
    uint32_t root = 0, taken = 0; // taken: twice the root found so far
    for (uint32_t digit = static_cast<uint32_t>(1) << 24; digit != 0; digit >>= 1, rest <<= 1) {
        const uint32_t trial = taken + digit;
        if (trial <= rest) {
            taken = trial + digit;
            rest -= trial;
            root += digit;
        }
    }
    root = (root + (root & 1)) >> 1; // a root of 24 digits is never halfway between two floats
    return floatOf((static_cast<uint32_t>(half + 126) << 23) + root);
}

} // namespace runtime
} // namespace broto

#endif

// SPDX-License-Identifier: MIT-0
//
// What an ESP8266 has in its ROM and its compiler's library therefore leaves out: multiplication, division, and the
// arithmetic of floats and doubles, rounded to the nearest as IEEE 754 wants it.

#include <stdint.h>

#ifndef BROTO_ROUTINE // a test gives them other names
#define BROTO_ROUTINE(name) name
#endif

namespace {

inline uint64_t product(uint32_t a, uint32_t b)
{
    const uint32_t aLow = a & 0xffff, aHigh = a >> 16, bLow = b & 0xffff, bHigh = b >> 16;
    const uint32_t low = aLow * bLow, first = aHigh * bLow, second = aLow * bHigh;
    const uint32_t middle = (low >> 16) + (first & 0xffff) + (second & 0xffff);
    const uint32_t high = aHigh * bHigh + (first >> 16) + (second >> 16) + (middle >> 16);
    return static_cast<uint64_t>(high) << 32 | (middle << 16 | (low & 0xffff));
}

struct Division {
    uint32_t quotient, rest;
};

inline Division divided(uint32_t a, uint32_t b)
{
    Division result = {0, a};
    if (b == 0)
        return result;
    uint32_t bit = 1;
    while (b < result.rest && !(b >> 31)) {
        b <<= 1;
        bit <<= 1;
    }
    for (; bit; bit >>= 1, b >>= 1)
        if (result.rest >= b) {
            result.rest -= b;
            result.quotient |= bit;
        }
    return result;
}

inline uint64_t shiftedRight(uint64_t value, int places)
{
    if (places > 63)
        return value != 0;
    return value >> places | ((value & ((uint64_t(1) << places) - 1)) != 0); // what is lost is remembered by one bit
}

/// A finite number that is not 0 is significand * 2^(exponent - bias - 62), with the highest bit of the significand
/// at 62.
struct Parts {
    enum Kind { zero, finite, infinite, notANumber };
    Kind kind;
    bool negative;
    int exponent;
    uint64_t significand;
};

inline Parts normalized(Parts parts)
{
    if (parts.significand >> 63) {
        parts.significand = shiftedRight(parts.significand, 1);
        ++parts.exponent;
        return parts;
    }
    const int places = __builtin_clzll(parts.significand) - 1;
    parts.significand <<= places;
    parts.exponent -= places;
    return parts;
}

template<typename Number, typename Bits, int fractionBits, int exponentBits>
struct Format {
    enum { bias = (1 << (exponentBits - 1)) - 1, largestExponent = (1 << exponentBits) - 1, below = 62 - fractionBits };

    static Parts taken(Number number)
    {
        union {
            Number number;
            Bits bits;
        } both = {number};
        const uint64_t fraction = both.bits & ((Bits(1) << fractionBits) - 1);
        const int exponent = static_cast<int>(both.bits >> fractionBits) & largestExponent;
        const bool negative = both.bits >> (fractionBits + exponentBits);
        if (exponent == largestExponent)
            return {fraction ? Parts::notANumber : Parts::infinite, negative, 0, 0};
        if (exponent > 0)
            return {Parts::finite, negative, exponent, (fraction | uint64_t(1) << fractionBits) << below};
        if (fraction == 0)
            return {Parts::zero, negative, 0, 0};
        return normalized({Parts::finite, negative, 1, fraction << below});
    }

    static Number made(bool negative, Bits bits)
    {
        union {
            Bits bits;
            Number number;
        } both = {static_cast<Bits>(bits | Bits(negative) << (fractionBits + exponentBits))};
        return both.number;
    }

    static Number made(const Parts& parts)
    {
        const Bits infinity = Bits(largestExponent) << fractionBits;
        if (parts.kind == Parts::notANumber)
            return made(parts.negative, infinity | Bits(1) << (fractionBits - 1));
        if (parts.kind == Parts::infinite || (parts.kind == Parts::finite && parts.exponent >= largestExponent))
            return made(parts.negative, infinity);
        if (parts.kind == Parts::zero)
            return made(parts.negative, Bits(0));
        const bool subnormal = parts.exponent < 1;
        const uint64_t exact = subnormal ? shiftedRight(parts.significand, 1 - parts.exponent) : parts.significand;
        const uint64_t rest = exact & ((uint64_t(1) << below) - 1), half = uint64_t(1) << (below - 1);
        Bits bits = static_cast<Bits>(exact >> below);
        if (rest > half || (rest == half && (bits & 1)))
            ++bits;
        // The highest bit of the significand adds one to the exponent; rounding may carry into it, up to infinity.
        return made(parts.negative,
                    static_cast<Bits>(bits + (subnormal ? 0 : Bits(parts.exponent - 1) << fractionBits)));
    }
};

typedef Format<float, uint32_t, 23, 8> Single;
typedef Format<double, uint64_t, 52, 11> Double;

inline Parts special(Parts::Kind kind, bool negative)
{
    return {kind, negative, 0, 0};
}

Parts sum(Parts a, Parts b)
{
    if (a.kind == Parts::notANumber || b.kind == Parts::notANumber ||
        (a.kind == Parts::infinite && b.kind == Parts::infinite && a.negative != b.negative))
        return special(Parts::notANumber, false);
    if (a.kind == Parts::infinite || b.kind == Parts::infinite)
        return a.kind == Parts::infinite ? a : b;
    if (a.kind == Parts::zero && b.kind == Parts::zero)
        return special(Parts::zero, a.negative && b.negative);
    if (a.kind == Parts::zero || b.kind == Parts::zero)
        return a.kind == Parts::zero ? b : a;
    if (a.exponent < b.exponent || (a.exponent == b.exponent && a.significand < b.significand)) {
        const Parts smaller = a;
        a = b;
        b = smaller;
    }
    b.significand = shiftedRight(b.significand, a.exponent - b.exponent);
    if (a.negative == b.negative)
        a.significand += b.significand;
    else
        a.significand -= b.significand;
    return a.significand == 0 ? special(Parts::zero, false) : normalized(a);
}

/// The upper 64 bits of a product of 128, the lowest of them set when something is below.
uint64_t upperProduct(uint64_t a, uint64_t b)
{
    const uint32_t aLow = static_cast<uint32_t>(a), aHigh = static_cast<uint32_t>(a >> 32);
    const uint32_t bLow = static_cast<uint32_t>(b), bHigh = static_cast<uint32_t>(b >> 32);
    if (aLow == 0 && bLow == 0)
        return product(aHigh, bHigh);
    const uint64_t low = product(aLow, bLow), first = product(aHigh, bLow), second = product(aLow, bHigh);
    const uint64_t middle = (low >> 32) + static_cast<uint32_t>(first) + static_cast<uint32_t>(second);
    const uint64_t high = product(aHigh, bHigh) + (first >> 32) + (second >> 32) + (middle >> 32);
    return high | (static_cast<uint32_t>(middle) != 0 || static_cast<uint32_t>(low) != 0);
}

Parts times(const Parts& a, const Parts& b, int bias)
{
    const bool negative = a.negative != b.negative;
    const bool zero = a.kind == Parts::zero || b.kind == Parts::zero;
    const bool infinite = a.kind == Parts::infinite || b.kind == Parts::infinite;
    if (a.kind == Parts::notANumber || b.kind == Parts::notANumber || (zero && infinite))
        return special(Parts::notANumber, false);
    if (zero || infinite)
        return special(zero ? Parts::zero : Parts::infinite, negative);
    const uint64_t upper = upperProduct(a.significand << 1, b.significand << 1);
    return normalized({Parts::finite, negative, a.exponent + b.exponent - bias + 1, shiftedRight(upper, 1)});
}

Parts over(const Parts& a, const Parts& b, int bias)
{
    const bool negative = a.negative != b.negative;
    if (a.kind == Parts::notANumber || b.kind == Parts::notANumber ||
        (a.kind == b.kind && (a.kind == Parts::zero || a.kind == Parts::infinite)))
        return special(Parts::notANumber, false);
    if (a.kind == Parts::zero || b.kind == Parts::infinite)
        return special(Parts::zero, negative);
    if (a.kind == Parts::infinite || b.kind == Parts::zero)
        return special(Parts::infinite, negative);
    uint64_t quotient = 0, rest = a.significand;
    for (int bit = 0; bit < 62; ++bit) {
        quotient <<= 1;
        if (rest >= b.significand) {
            rest -= b.significand;
            quotient |= 1;
        }
        rest <<= 1;
    }
    return normalized({Parts::finite, negative, a.exponent - b.exponent + bias + 1, quotient | (rest != 0)});
}

/// What it is in another format, or a whole number in one.
Parts moved(Parts parts, int toBias, int fromBias)
{
    parts.exponent += toBias - fromBias;
    return parts;
}

Parts whole(bool negative, uint32_t magnitude, int bias)
{
    return magnitude == 0 ? special(Parts::zero, false) : normalized({Parts::finite, negative, bias + 62, magnitude});
}

Parts whole(int32_t number, int bias)
{
    return whole(number < 0, number < 0 ? 0u - static_cast<uint32_t>(number) : static_cast<uint32_t>(number), bias);
}

/// Towards zero; what does not fit becomes the largest number that does.
uint32_t magnitude(const Parts& parts, int bias, uint32_t largest)
{
    const int places = bias + 62 - parts.exponent;
    if (parts.kind == Parts::zero || parts.kind == Parts::notANumber || (parts.kind == Parts::finite && places > 62))
        return 0;
    if (parts.kind == Parts::infinite || places < 31)
        return largest;
    const uint32_t number = static_cast<uint32_t>(parts.significand >> places);
    return number < largest ? number : largest;
}

int32_t signedWhole(const Parts& parts, int bias)
{
    const uint32_t number = magnitude(parts, bias, parts.negative ? 0x80000000u : 0x7fffffffu);
    return static_cast<int32_t>(parts.negative ? 0u - number : number);
}

uint32_t unsignedWhole(const Parts& parts, int bias)
{
    return parts.negative ? 0 : magnitude(parts, bias, 0xffffffffu);
}

template<typename Number>
Number negated(Number number)
{
    return -number; // turns one bit, without arithmetic
}

}

extern "C" {

uint64_t BROTO_ROUTINE(__umulsidi3)(uint32_t a, uint32_t b)
{
    return product(a, b);
}

int64_t BROTO_ROUTINE(__muldi3)(int64_t a, int64_t b)
{
    const uint32_t aLow = static_cast<uint32_t>(a), aHigh = static_cast<uint32_t>(static_cast<uint64_t>(a) >> 32);
    const uint32_t bLow = static_cast<uint32_t>(b), bHigh = static_cast<uint32_t>(static_cast<uint64_t>(b) >> 32);
    const uint32_t upper = aLow * bHigh + aHigh * bLow;
    return static_cast<int64_t>(product(aLow, bLow) + (static_cast<uint64_t>(upper) << 32));
}

uint32_t BROTO_ROUTINE(__udivsi3)(uint32_t a, uint32_t b)
{
    return divided(a, b).quotient;
}

uint32_t BROTO_ROUTINE(__umodsi3)(uint32_t a, uint32_t b)
{
    return divided(a, b).rest;
}

int32_t BROTO_ROUTINE(__divsi3)(int32_t a, int32_t b)
{
    const uint32_t quotient = divided(a < 0 ? 0u - static_cast<uint32_t>(a) : static_cast<uint32_t>(a),
                                      b < 0 ? 0u - static_cast<uint32_t>(b) : static_cast<uint32_t>(b))
                                  .quotient;
    return static_cast<int32_t>((a < 0) != (b < 0) ? 0u - quotient : quotient);
}

float BROTO_ROUTINE(__addsf3)(float a, float b)
{
    return Single::made(sum(Single::taken(a), Single::taken(b)));
}

float BROTO_ROUTINE(__subsf3)(float a, float b)
{
    return Single::made(sum(Single::taken(a), Single::taken(negated(b))));
}

float BROTO_ROUTINE(__mulsf3)(float a, float b)
{
    return Single::made(times(Single::taken(a), Single::taken(b), Single::bias));
}

float BROTO_ROUTINE(__floatsisf)(int32_t number)
{
    return Single::made(whole(number, Single::bias));
}

float BROTO_ROUTINE(__floatunsisf)(uint32_t number)
{
    return Single::made(whole(false, number, Single::bias));
}

double BROTO_ROUTINE(__adddf3)(double a, double b)
{
    return Double::made(sum(Double::taken(a), Double::taken(b)));
}

double BROTO_ROUTINE(__subdf3)(double a, double b)
{
    return Double::made(sum(Double::taken(a), Double::taken(negated(b))));
}

double BROTO_ROUTINE(__muldf3)(double a, double b)
{
    return Double::made(times(Double::taken(a), Double::taken(b), Double::bias));
}

double BROTO_ROUTINE(__divdf3)(double a, double b)
{
    return Double::made(over(Double::taken(a), Double::taken(b), Double::bias));
}

double BROTO_ROUTINE(__floatsidf)(int32_t number)
{
    return Double::made(whole(number, Double::bias));
}

double BROTO_ROUTINE(__floatunsidf)(uint32_t number)
{
    return Double::made(whole(false, number, Double::bias));
}

int32_t BROTO_ROUTINE(__fixdfsi)(double number)
{
    return signedWhole(Double::taken(number), Double::bias);
}

uint32_t BROTO_ROUTINE(__fixunsdfsi)(double number)
{
    return unsignedWhole(Double::taken(number), Double::bias);
}

uint32_t BROTO_ROUTINE(__fixunssfsi)(float number)
{
    return unsignedWhole(Single::taken(number), Single::bias);
}

double BROTO_ROUTINE(__extendsfdf2)(float number)
{
    return Double::made(moved(Single::taken(number), Double::bias, Single::bias));
}

float BROTO_ROUTINE(__truncdfsf2)(double number)
{
    return Single::made(moved(Double::taken(number), Single::bias, Double::bias));
}
}

// Several floats at once, as many as the instruction set of the including source takes in a register. No guard against
// other sources: everything here is local to the one that includes it, because each is compiled for other processors.
#pragma once

#if defined(__AVX2__) || defined(__SSE2__)
#include <immintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

#include <cstdint>
#include <cstring>

namespace broto {

namespace {

#if defined(__AVX2__)
constexpr int lanes = 8;
#else
constexpr int lanes = 4;
#endif

#define BROTO_INLINE inline __attribute__((always_inline))

typedef float FloatRegister __attribute__((vector_size(4 * lanes)));
typedef std::int32_t IntRegister __attribute__((vector_size(4 * lanes)));

/// A lane is all ones or all zeros.
struct Mask {
    IntRegister bits;
};

struct Floats {
    FloatRegister lane;

    Floats() = default;
    BROTO_INLINE Floats(FloatRegister floats) : lane(floats) {}
    BROTO_INLINE explicit Floats(float all) : lane(all - FloatRegister{}) {}

    BROTO_INLINE friend Floats operator+(Floats a, Floats b) { return a.lane + b.lane; }
    BROTO_INLINE friend Floats operator-(Floats a, Floats b) { return a.lane - b.lane; }
    BROTO_INLINE friend Floats operator*(Floats a, Floats b) { return a.lane * b.lane; }
    BROTO_INLINE friend Floats operator/(Floats a, Floats b) { return a.lane / b.lane; }
    BROTO_INLINE friend Mask operator>(Floats a, Floats b) { return {a.lane > b.lane}; }
    BROTO_INLINE friend Mask operator<(Floats a, Floats b) { return {a.lane < b.lane}; }
};

/// The address is a multiple of a register's size.
BROTO_INLINE Floats load(const float* from)
{
    return *reinterpret_cast<const FloatRegister*>(from);
}

BROTO_INLINE void store(float* to, Floats floats)
{
    *reinterpret_cast<FloatRegister*>(to) = floats.lane;
}

/// a * b + c, rounded once where the processor can, else twice. Which of them is part of the instruction set's
/// definition: the compiler is not asked.
BROTO_INLINE Floats multiplyAdd(Floats a, Floats b, Floats c)
{
#if defined(__FMA__) && defined(__AVX2__)
    return FloatRegister(_mm256_fmadd_ps(__m256(a.lane), __m256(b.lane), __m256(c.lane)));
#elif defined(__ARM_NEON) && defined(__ARM_FEATURE_FMA)
    return FloatRegister(vfmaq_f32(float32x4_t(c.lane), float32x4_t(a.lane), float32x4_t(b.lane)));
#else
    return a * b + c;
#endif
}

BROTO_INLINE Floats squareRoot(Floats a)
{
#if defined(__AVX2__)
    return FloatRegister(_mm256_sqrt_ps(__m256(a.lane)));
#elif defined(__SSE2__)
    return FloatRegister(_mm_sqrt_ps(__m128(a.lane)));
#elif defined(__aarch64__)
    return FloatRegister(vsqrtq_f32(float32x4_t(a.lane)));
#else
    for (int i = 0; i < lanes; ++i)
        a.lane[i] = __builtin_sqrtf(a.lane[i]);
    return a;
#endif
}

BROTO_INLINE Floats select(Mask mask, Floats yes, Floats no)
{
    return mask.bits ? yes.lane : no.lane;
}

/// Of a NaN and a number, the number.
BROTO_INLINE Floats larger(Floats a, Floats b)
{
    return a.lane > b.lane ? a.lane : b.lane;
}

BROTO_INLINE Floats smaller(Floats a, Floats b)
{
    return a.lane < b.lane ? a.lane : b.lane;
}

BROTO_INLINE Floats magnitude(Floats a)
{
    return FloatRegister(IntRegister(a.lane) & 0x7fffffff);
}

/// Every lane next to the one that is `distance` (1, 2 or 4) away.
template<int distance>
BROTO_INLINE Floats exchanged(Floats a)
{
#if defined(__AVX2__)
    if constexpr (distance == 4)
        return FloatRegister(__builtin_shufflevector(a.lane, a.lane, 4, 5, 6, 7, 0, 1, 2, 3));
    else if constexpr (distance == 2)
        return FloatRegister(__builtin_shufflevector(a.lane, a.lane, 2, 3, 0, 1, 6, 7, 4, 5));
    else
        return FloatRegister(__builtin_shufflevector(a.lane, a.lane, 1, 0, 3, 2, 5, 4, 7, 6));
#else
    if constexpr (distance == 2)
        return FloatRegister(__builtin_shufflevector(a.lane, a.lane, 2, 3, 0, 1));
    else
        return FloatRegister(__builtin_shufflevector(a.lane, a.lane, 1, 0, 3, 2));
#endif
}

/// The sum of all lanes, in every lane.
BROTO_INLINE Floats sumOf(Floats a)
{
#if defined(__AVX2__)
    a = a + exchanged<4>(a);
#endif
    a = a + exchanged<2>(a);
    return a + exchanged<1>(a);
}

/// The largest of all lanes, in every lane.
BROTO_INLINE Floats largestOf(Floats a)
{
#if defined(__AVX2__)
    a = larger(a, exchanged<4>(a));
#endif
    a = larger(a, exchanged<2>(a));
    return larger(a, exchanged<1>(a));
}

/// The whole number next to each, ties to even; of magnitudes up to 2^22.
BROTO_INLINE Floats nearestWhole(Floats a)
{
    const Floats shift(12582912.0f); // 1.5 * 2^23: a float of that size has no fraction
    return (a + shift) - shift;
}

/// e^x to about an ulp. Inputs outside -87..88 are taken as the nearest of these; NaN stays NaN.
BROTO_INLINE Floats exponential(Floats x)
{
    const Floats bounded = select(x > Floats(-87.0f), smaller(x, Floats(88.0f)), Floats(-87.0f));
    const Floats n = nearestWhole(bounded * Floats(1.44269504f));
    Floats r = multiplyAdd(n, Floats(-0.693359375f), bounded);
    r = multiplyAdd(n, Floats(2.12194440e-4f), r);
    Floats series(1.9875691e-4f);
    series = multiplyAdd(series, r, Floats(1.3981999e-3f));
    series = multiplyAdd(series, r, Floats(8.3334519e-3f));
    series = multiplyAdd(series, r, Floats(4.1665796e-2f));
    series = multiplyAdd(series, r, Floats(1.6666665e-1f));
    series = multiplyAdd(series, r, Floats(5.0000001e-1f));
    series = multiplyAdd(series, r * r, r + Floats(1.0f));
    const IntRegister whole = __builtin_convertvector(n.lane, IntRegister);
    const Floats power(FloatRegister((whole + 127) << 23));
    const Mask isNumber{x.lane == x.lane};
    return select(isNumber, series * power, x);
}

/// The natural logarithm of positive normal numbers, to about an ulp; of others something else.
BROTO_INLINE Floats logarithm(Floats x)
{
    // x = 2^e * m with m from sqrt(1/2) to sqrt(2).
    const IntRegister bits = IntRegister(x.lane);
    const IntRegister e = (bits - 0x3f3504f3) >> 23;
    const Floats m(FloatRegister(bits - (e << 23)));
    const Floats power(__builtin_convertvector(e, FloatRegister));
    const Floats r = m - Floats(1.0f);
    const Floats square = r * r;
    Floats series(7.0376836292e-2f);
    series = multiplyAdd(series, r, Floats(-1.1514610310e-1f));
    series = multiplyAdd(series, r, Floats(1.1676998740e-1f));
    series = multiplyAdd(series, r, Floats(-1.2420140846e-1f));
    series = multiplyAdd(series, r, Floats(1.4249322787e-1f));
    series = multiplyAdd(series, r, Floats(-1.6668057665e-1f));
    series = multiplyAdd(series, r, Floats(2.0000714765e-1f));
    series = multiplyAdd(series, r, Floats(-2.4999993993e-1f));
    series = multiplyAdd(series, r, Floats(3.3333331174e-1f));
    Floats result = series * r * square;
    result = multiplyAdd(power, Floats(-2.12194440e-4f), result);
    result = multiplyAdd(square, Floats(-0.5f), result);
    return multiplyAdd(power, Floats(0.693359375f), result + r);
}

}

}

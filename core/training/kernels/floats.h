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
typedef float HalfFloatRegister __attribute__((vector_size(2 * lanes)));
typedef std::int32_t HalfIntRegister __attribute__((vector_size(2 * lanes)));
typedef double DoubleRegister __attribute__((vector_size(4 * lanes)));

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

/// From any address.
BROTO_INLINE IntRegister loadIntegers(const std::int32_t* from)
{
    IntRegister integers;
    std::memcpy(&integers, from, sizeof integers);
    return integers;
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

/// Whether multiplyAdd rounds once.
#if (defined(__FMA__) && defined(__AVX2__)) || (defined(__ARM_NEON) && defined(__ARM_FEATURE_FMA))
constexpr bool roundsOnce = true;
#else
constexpr bool roundsOnce = false;
#endif

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

/// With a NaN among them, the second.
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

BROTO_INLINE IntRegister laneNumbers()
{
#if defined(__AVX2__)
    return IntRegister{0, 1, 2, 3, 4, 5, 6, 7};
#else
    return IntRegister{0, 1, 2, 3};
#endif
}

/// In blocks of `distance` lanes: the first of `a`, the first of `b`, the third of `a` and so on.
template<int distance>
BROTO_INLINE Floats oddBlocks(Floats a, Floats b)
{
#if defined(__AVX2__)
    if constexpr (distance == 4)
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 0, 1, 2, 3, 8, 9, 10, 11));
    else if constexpr (distance == 2)
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 0, 1, 8, 9, 4, 5, 12, 13));
    else
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 0, 8, 2, 10, 4, 12, 6, 14));
#else
    if constexpr (distance == 2)
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 0, 1, 4, 5));
    else
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 0, 4, 2, 6));
#endif
}

/// The second of `a`, the second of `b`, the fourth of `a` and so on.
template<int distance>
BROTO_INLINE Floats evenBlocks(Floats a, Floats b)
{
#if defined(__AVX2__)
    if constexpr (distance == 4)
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 4, 5, 6, 7, 12, 13, 14, 15));
    else if constexpr (distance == 2)
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 2, 3, 10, 11, 6, 7, 14, 15));
    else
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 1, 9, 3, 11, 5, 13, 7, 15));
#else
    if constexpr (distance == 2)
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 2, 3, 6, 7));
    else
        return FloatRegister(__builtin_shufflevector(a.lane, b.lane, 1, 5, 3, 7));
#endif
}

/// In every square of 2 * `distance` rows and columns, the quarters beside the diagonal change places.
template<int distance>
BROTO_INLINE void exchangeQuarters(Floats (&rows)[lanes])
{
    for (int r = 0; r < lanes; ++r) {
        if (r & distance)
            continue;
        const Floats upper = rows[r], lower = rows[r + distance];
        rows[r] = oddBlocks<distance>(upper, lower);
        rows[r + distance] = evenBlocks<distance>(upper, lower);
    }
}

BROTO_INLINE void transpose(Floats (&rows)[lanes])
{
    exchangeQuarters<1>(rows);
    exchangeQuarters<2>(rows);
#if defined(__AVX2__)
    exchangeQuarters<4>(rows);
#endif
}

/// The sum of all lanes, in every lane.
BROTO_INLINE Floats sumOf(Floats a)
{
#if defined(__AVX2__)
    a = oddBlocks<4>(a, a) + evenBlocks<4>(a, a);
#endif
    a = oddBlocks<2>(a, a) + evenBlocks<2>(a, a);
    return oddBlocks<1>(a, a) + evenBlocks<1>(a, a);
}

/// What the lower 16 bits of each, without a sign, times `factor` leave above their own 16 bits; factors are 0 to
/// 32767.
BROTO_INLINE IntRegister lowerProduct(IntRegister a, IntRegister factor)
{
#if defined(__AVX2__)
    return IntRegister(_mm256_mulhi_epu16(__m256i(a), __m256i(factor)));
#elif defined(__SSE2__)
    return IntRegister(_mm_mulhi_epu16(__m128i(a), __m128i(factor)));
#else
    return ((a & 0xffff) * factor) >> 16;
#endif
}

/// The upper 16 bits of each, with their sign, times `factor`.
BROTO_INLINE IntRegister upperProduct(IntRegister a, IntRegister factor)
{
#if defined(__AVX2__)
    return IntRegister(_mm256_madd_epi16(__m256i(a), __m256i(factor << 16)));
#elif defined(__SSE2__)
    return IntRegister(_mm_madd_epi16(__m128i(a), __m128i(factor << 16)));
#else
    return (a >> 16) * factor;
#endif
}

BROTO_INLINE bool anyLane(Mask mask)
{
#if defined(__AVX2__)
    return _mm256_movemask_ps(__m256(mask.bits)) != 0;
#elif defined(__SSE2__)
    return _mm_movemask_ps(__m128(mask.bits)) != 0;
#else
    return (mask.bits[0] | mask.bits[1] | mask.bits[2] | mask.bits[3]) != 0;
#endif
}

BROTO_INLINE float largestLane(Floats a)
{
#if defined(__AVX2__)
    a = larger(oddBlocks<4>(a, a), evenBlocks<4>(a, a));
#endif
    a = larger(oddBlocks<2>(a, a), evenBlocks<2>(a, a));
    a = larger(oddBlocks<1>(a, a), evenBlocks<1>(a, a));
    return a.lane[0];
}

/// 1.5 * 2^23: floats of that size are whole.
constexpr float withoutFraction = 12582912.0f;

/// The whole number next to each, ties to even; of magnitudes up to 2^22.
BROTO_INLINE Floats nearestWhole(Floats a)
{
    const Floats shift(withoutFraction);
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

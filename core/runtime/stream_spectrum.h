// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_STREAM_SPECTRUM_H
#define BROTO_RUNTIME_STREAM_SPECTRUM_H

// The power spectrum of a window of 2^n readings, in place, with the cosines of a table in flash.

#include "float_step.h"

namespace broto {
namespace runtime {

/// cos(2 pi k / length) and sin(2 pi k / length) for 0 <= k <= length / 2, from length / 4 + 1 cosines in flash.
class Turn {
public:
    Turn(const float* cosines, uint16_t length) : m_cosines(cosines), m_quarter(static_cast<uint16_t>(length / 4)) {}

    float cosine(uint16_t k) const
    {
        return k <= m_quarter ? fromFlash(m_cosines + k) : -fromFlash(m_cosines + (2 * m_quarter - k));
    }
    float sine(uint16_t k) const { return fromFlash(m_cosines + (k <= m_quarter ? m_quarter - k : k - m_quarter)); }

private:
    const float* m_cosines;
    uint16_t m_quarter;
};

/// Puts complex numbers into the order in which their indexes read backwards in binary.
inline void reverseBinary(float* z, uint16_t count)
{
    uint16_t j = 0;
    for (uint16_t i = 1; i < count; ++i) {
        uint16_t bit = static_cast<uint16_t>(count >> 1);
        for (; j & bit; bit = static_cast<uint16_t>(bit >> 1))
            j = static_cast<uint16_t>(j ^ bit);
        j = static_cast<uint16_t>(j ^ bit);
        if (i >= j)
            continue;
        for (uint8_t part = 0; part < 2; ++part) {
            const float kept = z[2 * i + part];
            z[2 * i + part] = z[2 * j + part];
            z[2 * j + part] = kept;
        }
    }
}

/// The discrete Fourier transform of `count` = 2^n complex numbers (real, imaginary), in place. `turn` has 2 * count
/// steps.
inline void transform(float* z, uint16_t count, const Turn& turn)
{
    reverseBinary(z, count);
    for (uint16_t half = 1; half < count; half = static_cast<uint16_t>(2 * half)) {
        for (uint16_t j = 0; j < half; ++j) {
            const uint16_t step = static_cast<uint16_t>(j * (count / half)); // of 2 * count in a turn
            const float wr = turn.cosine(step), wi = -turn.sine(step);
            for (uint16_t at = j; at < count; at = static_cast<uint16_t>(at + 2 * half)) {
                float* a = z + 2 * at;
                float* b = a + 2 * half;
                float re = b[0], im = b[1];
                if (j > 0) {
                    re = product(wr, b[0]) - product(wi, b[1]);
                    im = product(wr, b[1]) + product(wi, b[0]);
                }
                b[0] = a[0] - re;
                b[1] = a[1] - im;
                a[0] += re;
                a[1] += im;
            }
        }
    }
}

/// From `length` real values to what each frequency has of their mean square: place k, from 0 to length / 2 - 1, holds
/// k / length turns a reading; place 0 the highest frequency, half a turn a reading. The mean has been taken off the
/// values, which are weighted by a Hann window here. `scale` is 16 / (3 * length^2). length is 2^n, from 8 to 32768.
BROTO_ONCE inline void powerSpectrum(float* values, uint16_t length, const float* cosines, float scale)
{
    const Turn turn(cosines, length);
    const uint16_t half = static_cast<uint16_t>(length / 2);
    for (uint16_t i = 0; i < length; ++i) {
        const float cosine = turn.cosine(i <= half ? i : static_cast<uint16_t>(length - i));
        values[i] = product(values[i], 0.5f - product(0.5f, cosine));
    }
    transform(values, half, turn);

    // The even values were transformed as the real, the odd ones as the imaginary parts: places k and half - k part
    // them.
    const float highest = values[0] - values[1];
    for (uint16_t k = 1; k <= half / 2; ++k) {
        float* a = values + 2 * k;
        float* b = values + 2 * (half - k);
        const float evenRe = a[0] + b[0], evenIm = a[1] - b[1]; // both doubled
        const float oddRe = a[1] + b[1], oddIm = b[0] - a[0];
        const float wr = turn.cosine(k), wi = -turn.sine(k);
        const float re = product(wr, oddRe) - product(wi, oddIm);
        const float im = product(wr, oddIm) + product(wi, oddRe);
        const float lowRe = evenRe + re, lowIm = evenIm + im;
        const float highRe = evenRe - re, highIm = evenIm - im;
        a[0] = product(scale, product(0.25f, product(lowRe, lowRe) + product(lowIm, lowIm)));
        b[0] = product(scale, product(0.25f, product(highRe, highRe) + product(highIm, highIm)));
    }
    for (uint16_t k = 1; k < half; ++k)
        values[k] = values[2 * k];
    values[0] = product(product(scale, 0.5f), product(highest, highest));
}

/// The sum over the places `first` to `last`, from 1 to length / 2 (see powerSpectrum).
inline float bandPower(const float* spectrum, uint16_t length, uint16_t first, uint16_t last)
{
    float sum = 0;
    for (uint16_t k = first; k <= last; ++k)
        sum += spectrum[k < length / 2 ? k : 0];
    return sum;
}

} // namespace runtime
} // namespace broto

#endif

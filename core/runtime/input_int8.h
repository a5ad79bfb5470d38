// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_INPUT_INT8_H
#define BROTO_RUNTIME_INPUT_INT8_H

// From a row in raw units to int8 activations, without float arithmetic: the bits of the float are shifted into a
// fixed-point number, so every machine gets the same one.

#include "flash.h"

namespace broto {
namespace runtime {

/// How one column of a row enters the network.
struct InputFeature {
    int32_t centre; ///< number: C, the fixed-point value that becomes 0
    int32_t lowest; ///< number: fixed-point smallest and largest value of the training rows
    int32_t highest;
    int16_t factor;     ///< number: A; category: the activation of the chosen one, the others are 0
    int16_t fill;       ///< what stands for NaN: number, an activation; category, an index; refuseMissing: nothing
    int8_t exponent;    ///< number: k, at most 124; the fixed-point value is x * 2^k
    uint8_t categories; ///< 0 for a number, else how many activations the category takes
};

enum { refuseMissing = -32768 };

/// What became of a row.
struct InputReport {
    uint8_t refused;     ///< 1 when a missing value had nothing to stand for it; the row has no answer
    uint16_t feature;    ///< then: which column
    uint16_t outOfRange; ///< columns outside what the training rows held (a category never seen counts too)
};

inline uint32_t bitsOf(float x)
{
    union {
        float number;
        uint32_t bits;
    } both;
    both.number = x;
    return both.bits;
}

inline bool isMissing(uint32_t bits)
{
    return bits << 1 > 0xff000000u; // without its sign
}

/// round(x * 2^k), ties away from zero, saturated at +-2^30 (infinities too). x given by its bits, and not NaN.
BROTO_ONCE inline int32_t fixedPoint(uint32_t bits, int8_t k)
{
    uint32_t size = bits << 8 | 0x80000000u; // |x| = size * 2^(e - 158)
    const uint8_t e = static_cast<uint8_t>((bits << 1) >> 24);
    const int16_t right = static_cast<int16_t>(157 - e - k); // to twice the result
    if (e == 0 || right > 31) {
        size = 0; // subnormal numbers too: k <= 124
    } else if (right < 1 || e == 255) {
        size = 0x80000000u;
    } else {
        uint8_t places = static_cast<uint8_t>(right);
        for (; places >= 8; places = static_cast<uint8_t>(places - 8))
            size >>= 8;
        for (; places > 0; --places)
            size >>= 1;
    }
    const int32_t rounded = static_cast<int32_t>((size + 1) >> 1);
    return bits >> 31 ? -rounded : rounded;
}

/// clamp((clamp16(value - centre) * factor + 2^19) >> 20) to -127..127.
BROTO_ONCE inline int8_t scaledInput(int32_t value, int32_t centre, int16_t factor)
{
    const int32_t distance = value - centre; // |value| <= 2^30, |centre| < 2^29
    const int16_t bounded = static_cast<int16_t>(distance > 32767 ? 32767 : distance < -32767 ? -32767 : distance);
    const int32_t product = static_cast<int32_t>(bounded) * static_cast<int32_t>(factor);
    const int scaled = static_cast<int16_t>((product + (static_cast<int32_t>(1) << 19)) >> 16) >> 4;
    return static_cast<int8_t>(scaled > 127 ? 127 : scaled < -127 ? -127 : scaled);
}

/// Encodes a whole row. `features` is in flash; x takes one activation a number and `categories` ones a category. A
/// program that asks in one place has it there, without the parts of the report that nobody reads.
inline InputReport encodeRow(const InputFeature* features, uint16_t count, const float* row, int8_t* x)
{
    InputReport report = {0, 0, 0};
    for (uint16_t f = 0; f < count; ++f, ++features) {
        const uint32_t bits = bitsOf(*row++);
        const uint8_t categories = fromFlash(&features->categories);
        int32_t value;
        if (isMissing(bits)) {
            const int16_t fill = fromFlash(&features->fill);
            if (fill == refuseMissing) {
                report.refused = 1;
                report.feature = f;
                return report;
            }
            if (categories == 0) {
                *x++ = static_cast<int8_t>(fill);
                continue;
            }
            value = fill;
        } else {
            value = fixedPoint(bits, categories ? static_cast<int8_t>(0) : fromFlash(&features->exponent));
        }
        const int16_t factor = fromFlash(&features->factor);
        if (categories == 0) {
            if (value < fromFlash(&features->lowest) || value > fromFlash(&features->highest))
                ++report.outOfRange;
            *x++ = scaledInput(value, fromFlash(&features->centre), factor);
        } else {
            uint8_t chosen = static_cast<uint8_t>(value);
            if (static_cast<uint32_t>(value) >= categories) {
                ++report.outOfRange;
                chosen = 255; // none: categories are at most as many
            }
            for (uint8_t c = 0; c < categories; ++c)
                *x++ = static_cast<int8_t>(c == chosen ? factor : 0);
        }
    }
    return report;
}

} // namespace runtime
} // namespace broto

#endif

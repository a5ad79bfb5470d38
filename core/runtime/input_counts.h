// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_INPUT_COUNTS_H
#define BROTO_RUNTIME_INPUT_COUNTS_H

// A row of whole numbers, as an analogue-to-digital converter counts them: no float in the program at all, and the bits
// that the same numbers as floats would give.

#include "input_int8.h"

namespace broto {
namespace runtime {

/// round(count * 2^k), ties away from zero, saturated at +-2^30. |count| <= 2^24, which a float holds exactly.
BROTO_ONCE inline int32_t fixedPointOfCount(int32_t count, int8_t k)
{
    const int32_t limit = static_cast<int32_t>(1) << 30;
    int32_t size = count < 0 ? -count : count;
    if (k < -25) {
        size = 0;
    } else if (k < 0) {
        size = (size + (static_cast<int32_t>(1) << (-k - 1))) >> -k;
    } else {
        for (; k > 0 && size > 0 && size < limit; --k)
            size *= 2;
        if (size > limit)
            size = limit;
    }
    return count < 0 ? -size : size;
}

/// Encodes a whole row, as encodeRow does. Counts are never missing.
template<typename Count>
BROTO_ONCE inline void encodeCounts(const InputFeature* features, uint16_t count, const Count* row, int8_t* x)
{
    for (uint16_t f = 0; f < count; ++f, ++features) {
        const uint8_t categories = fromFlash(&features->categories);
        const int16_t factor = fromFlash(&features->factor);
        for (uint8_t c = 0; c < categories; ++c)
            *x++ = static_cast<int8_t>(c == row[f] ? factor : 0);
        if (categories == 0)
            *x++ = scaledInput(fixedPointOfCount(row[f], fromFlash(&features->exponent)), fromFlash(&features->centre),
                               factor);
    }
}

} // namespace runtime
} // namespace broto

#endif

// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_REQUANTIZE_H
#define BROTO_RUNTIME_REQUANTIZE_H

#include "flash.h"

namespace broto {
namespace runtime {

/// floor((sum * multiplier + 2^(shift-1)) / 2^shift) without 64-bit arithmetic.
/// |sum| < 2^23, 0 < multiplier < 2^15, 16 <= shift <= 24.
inline int32_t requantize(int32_t sum, int16_t multiplier, uint8_t shift)
{
    const uint32_t low = (static_cast<uint32_t>(sum) & 0xffffu) * static_cast<uint32_t>(multiplier); // < 2^31
    const int32_t high = (sum >> 16) * static_cast<int32_t>(multiplier);                             // |.| <= 2^22
    if (shift == 16)
        return high + static_cast<int32_t>((low + 0x8000u) >> 16);
    return (high + static_cast<int32_t>(low >> 16) + (static_cast<int32_t>(1) << (shift - 17))) >> (shift - 16);
}

inline int8_t clampActivation(int32_t value, int8_t lowest)
{
    return static_cast<int8_t>(value < lowest ? lowest : value > 127 ? 127 : value);
}

} // namespace runtime
} // namespace broto

#endif

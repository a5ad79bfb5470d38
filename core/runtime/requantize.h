// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_REQUANTIZE_H
#define BROTO_RUNTIME_REQUANTIZE_H

#include "flash.h"

namespace broto {
namespace runtime {

/// floor((sum * multiplier + 2^(shift-1)) / 2^shift) without 64-bit arithmetic, from two products of 16 bits and a
/// shift of few places. |sum| < 2^23, 0 < multiplier < 2^15, 16 <= shift <= 24.
inline int32_t requantize(int32_t sum, int16_t multiplier, uint8_t shift)
{
    const int16_t high = static_cast<int16_t>(sum >> 8);
    const uint32_t low = static_cast<uint32_t>(static_cast<uint8_t>(sum)) * static_cast<uint16_t>(multiplier);
    const int32_t product = static_cast<int32_t>(high) * multiplier + static_cast<int32_t>(low >> 8); // / 2^8, down
    return (((product >> 7) >> (shift - 16)) + 1) >> 1;
}

inline int8_t clampActivation(int32_t value, int8_t lowest)
{
    return static_cast<int8_t>(value < lowest ? lowest : value > 127 ? 127 : value);
}

} // namespace runtime
} // namespace broto

#endif

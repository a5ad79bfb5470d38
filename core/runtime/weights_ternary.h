// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_WEIGHTS_TERNARY_H
#define BROTO_RUNTIME_WEIGHTS_TERNARY_H

#include "flash.h"

namespace broto {
namespace runtime {

/// Weights of two bits, four neurons to a byte, the first one's lowest: 0, 1 and 3 stand for 0, 64 and -64, which is
/// the pair of bits moved to the top of a byte.
template<typename Place>
struct TernaryWeightsAt {
    enum { together = 4 };
    Place next;

    void addTo(int32_t* sums, const int8_t* x, uint16_t inputs)
    {
        for (uint16_t i = 0; i < inputs; ++i) {
            const uint8_t four = fromFlash(next + i);
            const int16_t large = static_cast<int16_t>(x[i] * 64);
            addPair(sums + 0, four, large);
            addPair(sums + 1, four >> 2, large);
            addPair(sums + 2, four >> 4, large);
            addPair(sums + 3, four >> 6, large);
        }
        next += inputs;
    }

    static void addPair(int32_t* sum, uint8_t bits, int16_t large)
    {
        if (bits & 2)
            *sum -= large;
        else if (bits & 1)
            *sum += large;
    }
};
typedef TernaryWeightsAt<const uint8_t*> TernaryWeights;

} // namespace runtime
} // namespace broto

#endif

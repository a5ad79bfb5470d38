// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_WEIGHTS_INT4_H
#define BROTO_RUNTIME_WEIGHTS_INT4_H

#include "flash.h"

namespace broto {
namespace runtime {

/// Weights of four bits, two neurons to a byte: the low half is the first one's, the high half the second one's. A half
/// h, from -7 to 7, stands for the weight 16 * h, which is the half moved to the top of a byte.
template<typename Place>
struct Int4WeightsAt {
    enum { together = 2 };
    Place next;

    void addTo(int32_t* sums, const int8_t* x, uint16_t inputs)
    {
        int32_t first = sums[0], second = sums[1];
        for (uint16_t i = 0; i < inputs; ++i) {
            const uint8_t both = fromFlash(next + i);
            first += lowHalf(both) * x[i];
            second += highHalf(both) * x[i];
        }
        sums[0] = first;
        sums[1] = second;
        next += inputs;
    }
};
typedef Int4WeightsAt<const uint8_t*> Int4Weights;

} // namespace runtime
} // namespace broto

#endif

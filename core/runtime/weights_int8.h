// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_WEIGHTS_INT8_H
#define BROTO_RUNTIME_WEIGHTS_INT8_H

// Weights of one byte: the portable kernel, which says what every faster one must compute to the bit.
// Activations are -127..127; |bias| + 127 * sum|weight| < 2^23 for every neuron, whatever its weights are stored as.

#include "flash.h"

namespace broto {
namespace runtime {

/// Weights of a layer, neuron by neuron, and where the next one begins. Every storage has these two.
template<typename Place>
struct Int8WeightsAt {
    enum { together = 1 }; ///< neurons that are summed at once
    Place next;

    /// Adds weight * x of the next `together` neurons to their sums, and goes on to those after them.
    void addTo(int32_t* sums, const int8_t* x, uint16_t inputs)
    {
        int32_t sum = sums[0];
        for (uint16_t i = 0; i < inputs; ++i)
            sum += static_cast<int16_t>(fromFlash(next + i)) * x[i];
        sums[0] = sum;
        next += inputs;
    }
};
typedef Int8WeightsAt<const int8_t*> Int8Weights;

/// The biases of the neurons that are summed at once; 0 for those that the last of them lack.
template<int together>
inline void beginSums(int32_t* sums, const int32_t* bias, uint16_t first, uint16_t outputs)
{
    for (uint8_t n = 0; n < together; ++n)
        sums[n] = n == 0 || first + n < outputs ? fromFlash(bias + first + n) : 0;
}

} // namespace runtime
} // namespace broto

#endif

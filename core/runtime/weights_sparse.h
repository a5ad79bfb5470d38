// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_WEIGHTS_SPARSE_H
#define BROTO_RUNTIME_WEIGHTS_SPARSE_H

#include "flash.h"

namespace broto {
namespace runtime {

/// Only the weights that are not 0. For every eight inputs of a neuron there is a byte whose bits, the lowest first,
/// say which of them have a weight, and then these weights.
template<typename Place>
struct SparseWeightsAt {
    enum { together = 1 };
    Place next;

    void addTo(int32_t* sums, const int8_t* x, uint16_t inputs)
    {
        int32_t sum = sums[0];
        for (uint16_t first = 0; first < inputs; first = static_cast<uint16_t>(first + 8)) {
            const int8_t* input = x + first;
            for (uint8_t mask = fromFlash(next++); mask != 0; mask = static_cast<uint8_t>(mask >> 1), ++input)
                if (mask & 1)
                    sum += signedByte(fromFlash(next++)) * *input;
        }
        sums[0] = sum;
    }
};
typedef SparseWeightsAt<const uint8_t*> SparseWeights;

} // namespace runtime
} // namespace broto

#endif

// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_HIDDEN_INT8_H
#define BROTO_RUNTIME_HIDDEN_INT8_H

#include "requantize.h"
#include "weights_int8.h"

namespace broto {
namespace runtime {

/// A hidden layer: y = clamp((sum * multiplier + 2^(shift-1)) >> shift) to lowest..127.
/// `lowest` is 0 for ReLU, -127 for a linear layer and before a table.
template<typename Weights>
BROTO_ONCE inline void denseHidden(Weights weights, const int32_t* bias, const int16_t* multiplier, uint8_t shift,
                                   int8_t lowest, uint16_t inputs, uint16_t outputs, const int8_t* x, int8_t* y)
{
    int32_t sums[Weights::together];
    for (uint16_t o = 0; o < outputs;) {
        beginSums<Weights::together>(sums, bias, o, outputs);
        weights.addTo(sums, x, inputs);
        for (uint8_t n = 0; n < Weights::together && o < outputs; ++n, ++o)
            y[o] = clampActivation(requantize(sums[n], fromFlash(multiplier + o), shift), lowest);
    }
}

} // namespace runtime
} // namespace broto

#endif

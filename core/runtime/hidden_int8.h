// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_HIDDEN_INT8_H
#define BROTO_RUNTIME_HIDDEN_INT8_H

#include "neuron_int8.h"
#include "requantize.h"

namespace broto {
namespace runtime {

/// A hidden layer: y = clamp((sum * multiplier + 2^(shift-1)) >> shift) to lowest..127.
/// `lowest` is 0 for ReLU, -127 for a linear layer and before a table.
BROTO_ONCE inline void denseHidden(const int8_t* weights, const int32_t* bias, const int16_t* multiplier, uint8_t shift,
                                   int8_t lowest, uint16_t inputs, uint16_t outputs, const int8_t* x, int8_t* y)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs) {
        const int32_t sum = neuronSum(weights, fromFlash(bias + o), x, inputs);
        y[o] = clampActivation(requantize(sum, fromFlash(multiplier + o), shift), lowest);
    }
}

} // namespace runtime
} // namespace broto

#endif

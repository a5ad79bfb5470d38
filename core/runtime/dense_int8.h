// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_INT8_H
#define BROTO_RUNTIME_DENSE_INT8_H

// Dense layers with int8 weights: the portable kernel, which says what every faster one must compute to the bit.
// Weights are stored neuron by neuron. Activations are -127..127; |bias| + 127 * sum|weight| < 2^23 for every neuron.

#include "requantize.h"

namespace broto {
namespace runtime {

/// bias + sum of weight * x of one neuron.
inline int32_t neuronSum(const int8_t* weights, int32_t bias, const int8_t* x, uint16_t inputs)
{
    int32_t sum = bias;
    for (uint16_t i = 0; i < inputs; ++i)
        sum += static_cast<int16_t>(fromFlash(weights + i)) * x[i];
    return sum;
}

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

/// The output layer of a classification: one score a class, all on one scale.
BROTO_ONCE inline void denseScores(const int8_t* weights, const int32_t* bias, const int16_t* multiplier,
                                   uint16_t inputs, uint16_t outputs, const int8_t* x, int32_t* scores)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs)
        scores[o] = requantize(neuronSum(weights, fromFlash(bias + o), x, inputs), fromFlash(multiplier + o), 16);
}

/// The output layer of a regression: the sums themselves.
BROTO_ONCE inline void denseSums(const int8_t* weights, const int32_t* bias, uint16_t inputs, uint16_t outputs,
                                 const int8_t* x, int32_t* sums)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs)
        sums[o] = neuronSum(weights, fromFlash(bias + o), x, inputs);
}

/// tanh, sigmoid and the other smooth functions: 256 entries, the first for -128.
BROTO_ONCE inline void applyTable(const int8_t* table, uint16_t count, int8_t* y)
{
    for (uint16_t i = 0; i < count; ++i)
        y[i] = fromFlash(table + (static_cast<int16_t>(y[i]) + 128));
}

} // namespace runtime
} // namespace broto

#endif

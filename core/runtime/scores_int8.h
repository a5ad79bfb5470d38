// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_SCORES_INT8_H
#define BROTO_RUNTIME_SCORES_INT8_H

#include "neuron_int8.h"
#include "requantize.h"

namespace broto {
namespace runtime {

/// The output layer of a classification: one score a class, all on one scale.
BROTO_ONCE inline void denseScores(const int8_t* weights, const int32_t* bias, const int16_t* multiplier,
                                   uint16_t inputs, uint16_t outputs, const int8_t* x, int32_t* scores)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs)
        scores[o] = requantize(neuronSum(weights, fromFlash(bias + o), x, inputs), fromFlash(multiplier + o), 16);
}

} // namespace runtime
} // namespace broto

#endif

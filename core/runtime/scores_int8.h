// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_SCORES_INT8_H
#define BROTO_RUNTIME_SCORES_INT8_H

#include "requantize.h"
#include "weights_int8.h"

namespace broto {
namespace runtime {

/// The output layer of a classification: one score a class, all on one scale.
template<typename Weights>
BROTO_ONCE inline void denseScores(Weights weights, const int32_t* bias, const int16_t* multiplier, uint16_t inputs,
                                   uint16_t outputs, const int8_t* x, int32_t* scores)
{
    int32_t sums[Weights::together];
    for (uint16_t o = 0; o < outputs;) {
        beginSums<Weights::together>(sums, bias, o, outputs);
        weights.addTo(sums, x, inputs);
        for (uint8_t n = 0; n < Weights::together && o < outputs; ++n, ++o)
            scores[o] = requantize(sums[n], fromFlash(multiplier + o), 16);
    }
}

/// The class with the largest score, of equal ones the first, without keeping the scores.
template<typename Weights>
BROTO_ONCE inline uint16_t denseClass(Weights weights, const int32_t* bias, const int16_t* multiplier, uint16_t inputs,
                                      uint16_t outputs, const int8_t* x)
{
    int32_t sums[Weights::together];
    int32_t largest = -8388608L; // less than any score
    uint16_t best = 0;
    for (uint16_t o = 0; o < outputs;) {
        beginSums<Weights::together>(sums, bias, o, outputs);
        weights.addTo(sums, x, inputs);
        for (uint8_t n = 0; n < Weights::together && o < outputs; ++n, ++o) {
            const int32_t score = requantize(sums[n], fromFlash(multiplier + o), 16);
            if (score > largest) {
                largest = score;
                best = o;
            }
        }
    }
    return best;
}

} // namespace runtime
} // namespace broto

#endif

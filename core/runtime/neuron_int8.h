// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_NEURON_INT8_H
#define BROTO_RUNTIME_NEURON_INT8_H

// One neuron with int8 weights: the portable kernel, which says what every faster one must compute to the bit.
// Weights are stored neuron by neuron. Activations are -127..127; |bias| + 127 * sum|weight| < 2^23 for every neuron.

#include "flash.h"

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

} // namespace runtime
} // namespace broto

#endif

// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_SUMS_INT8_H
#define BROTO_RUNTIME_SUMS_INT8_H

#include "neuron_int8.h"

namespace broto {
namespace runtime {

/// The output layer of a regression: the sums themselves.
BROTO_ONCE inline void denseSums(const int8_t* weights, const int32_t* bias, uint16_t inputs, uint16_t outputs,
                                 const int8_t* x, int32_t* sums)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs)
        sums[o] = neuronSum(weights, fromFlash(bias + o), x, inputs);
}

} // namespace runtime
} // namespace broto

#endif

// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_SUMS_INT8_H
#define BROTO_RUNTIME_SUMS_INT8_H

#include "weights_int8.h"

namespace broto {
namespace runtime {

/// The output layer of a regression: the sums themselves.
template<typename Weights>
BROTO_ONCE inline void denseSums(Weights weights, const int32_t* bias, uint16_t inputs, uint16_t outputs,
                                 const int8_t* x, int32_t* result)
{
    int32_t sums[Weights::together];
    for (uint16_t o = 0; o < outputs;) {
        beginSums<Weights::together>(sums, bias, o, outputs);
        weights.addTo(sums, x, inputs);
        for (uint8_t n = 0; n < Weights::together && o < outputs; ++n, ++o)
            result[o] = sums[n];
    }
}

} // namespace runtime
} // namespace broto

#endif

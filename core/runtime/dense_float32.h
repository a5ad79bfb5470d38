// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_FLOAT32_H
#define BROTO_RUNTIME_DENSE_FLOAT32_H

// Dense layers in single precision. Results agree between machines to about one part in 10^5, not to the bit.

#include "activation_float32.h"

namespace broto {
namespace runtime {

/// The sums of a layer, before its activation.
BROTO_ONCE inline void denseFloat(const float* weights, const float* bias, uint16_t inputs, uint16_t outputs,
                                  const float* x, float* y)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs) {
        float sum = fromFlash(bias + o);
        for (uint16_t i = 0; i < inputs; ++i)
            sum += fromFlash(weights + i) * x[i];
        y[o] = sum;
    }
}

} // namespace runtime
} // namespace broto

#endif

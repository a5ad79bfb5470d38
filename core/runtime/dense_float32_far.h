// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_FLOAT32_FAR_H
#define BROTO_RUNTIME_DENSE_FLOAT32_FAR_H

// Dense layers in single precision whose weights lie in far flash: the sums of dense_float32.h in the same order.

#include "activation_float32.h"
#include "far_flash.h"

namespace broto {
namespace runtime {

BROTO_ONCE inline void denseFarFloat(FarPlace<float> weights, const float* bias, uint16_t inputs, uint16_t outputs,
                                     const float* x, float* y)
{
    for (uint16_t o = 0; o < outputs; ++o) {
        float sum = fromFlash(bias + o);
        for (uint16_t i = 0; i < inputs; ++i)
            sum += fromFlash(weights++) * x[i];
        y[o] = sum;
    }
}

} // namespace runtime
} // namespace broto

#endif

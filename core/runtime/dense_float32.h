// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_FLOAT32_H
#define BROTO_RUNTIME_DENSE_FLOAT32_H

// Dense layers in single precision. Results agree between machines to about one part in 10^5, not to the bit.

#include "flash.h"

#include <math.h>

namespace broto {
namespace runtime {

enum FloatActivation {
    linearActivation,
    reluActivation,
    tanhActivation,
    sigmoidActivation,
    leakyReluActivation,
    eluActivation,
    softplusActivation,
    swishActivation,
    hardSigmoidActivation,
    hardSwishActivation
};

inline float hardSigmoid(float sum)
{
    const float middle = sum * (1.0f / 6) + 0.5f;
    return middle > 0 ? (middle < 1 ? middle : 1) : 0;
}

inline float activated(float sum, FloatActivation activation)
{
    const double x = static_cast<double>(sum);
    switch (activation) {
    case reluActivation:
        return sum > 0 ? sum : 0;
    case tanhActivation:
        return static_cast<float>(tanh(x));
    case sigmoidActivation:
        return static_cast<float>(1 / (1 + exp(-x)));
    case leakyReluActivation:
        return sum > 0 ? sum : sum * 0.01f;
    case eluActivation:
        return sum > 0 ? sum : static_cast<float>(exp(x) - 1);
    case softplusActivation:
        return static_cast<float>((x > 0 ? x : 0) + log(1 + exp(-fabs(x))));
    case swishActivation:
        return static_cast<float>(x / (1 + exp(-x)));
    case hardSigmoidActivation:
        return hardSigmoid(sum);
    case hardSwishActivation:
        return sum * hardSigmoid(sum);
    case linearActivation:
        break;
    }
    return sum;
}

BROTO_ONCE inline void denseFloat(const float* weights, const float* bias, FloatActivation activation, uint16_t inputs,
                                  uint16_t outputs, const float* x, float* y)
{
    for (uint16_t o = 0; o < outputs; ++o, weights += inputs) {
        float sum = fromFlash(bias + o);
        for (uint16_t i = 0; i < inputs; ++i)
            sum += fromFlash(weights + i) * x[i];
        y[o] = activated(sum, activation);
    }
}

} // namespace runtime
} // namespace broto

#endif

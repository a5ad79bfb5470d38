// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_ACTIVATION_FLOAT32_H
#define BROTO_RUNTIME_ACTIVATION_FLOAT32_H

// What a neuron makes of its sum, in single precision. Results agree between machines to about one part in 10^5, not to
// the bit. A program takes along only the functions that its model names.

#include "flash.h"

#include <math.h>

namespace broto {
namespace runtime {

inline float linear(float x)
{
    return x;
}

inline float relu(float x)
{
    return x > 0 ? x : 0;
}

inline float leakyRelu(float x)
{
    return x > 0 ? x : x * 0.01f;
}

inline float elu(float x)
{
    return x > 0 ? x : static_cast<float>(exp(static_cast<double>(x)) - 1);
}

inline float sigmoid(float x)
{
    return static_cast<float>(1 / (1 + exp(-static_cast<double>(x))));
}

inline float hyperbolicTangent(float x)
{
    return static_cast<float>(tanh(static_cast<double>(x)));
}

inline float softplus(float x)
{
    return (x > 0 ? x : 0) + static_cast<float>(log(1 + exp(-fabs(static_cast<double>(x)))));
}

inline float swish(float x)
{
    return static_cast<float>(static_cast<double>(x) / (1 + exp(-static_cast<double>(x))));
}

inline float hardSigmoid(float x)
{
    const float y = x * (1.0f / 6) + 0.5f;
    return y > 0 ? (y < 1 ? y : 1) : 0;
}

inline float hardSwish(float x)
{
    return x * hardSigmoid(x);
}

/// Replaces sums by what an activation makes of them.
template<float (*activation)(float)>
BROTO_ONCE inline void activate(uint16_t count, float* y)
{
    for (uint16_t i = 0; i < count; ++i)
        y[i] = activation(y[i]);
}

} // namespace runtime
} // namespace broto

#endif

#pragma once

#include "network/network.h"
#include "runtime/dense_float32.h"

#include <cstdint>

namespace broto {

inline constexpr int largestActivation = 127;
inline constexpr int tableEntries = 256;
inline constexpr std::int32_t accumulatorLimit = 1 << 23; ///< every |sum| stays below

/// Whether a hidden layer looks its outputs up after requantization.
inline bool needsTable(Activation activation)
{
    return activation != Activation::Linear && activation != Activation::Relu;
}

/// What a hidden layer's sums are clamped to from below.
inline std::int8_t lowestActivation(Activation activation)
{
    return activation == Activation::Relu ? 0 : -127;
}

inline runtime::FloatActivation runtimeActivation(Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return runtime::reluActivation;
    case Activation::LeakyRelu:
        return runtime::leakyReluActivation;
    case Activation::Elu:
        return runtime::eluActivation;
    case Activation::Sigmoid:
        return runtime::sigmoidActivation;
    case Activation::Tanh:
        return runtime::tanhActivation;
    case Activation::Softplus:
        return runtime::softplusActivation;
    case Activation::Swish:
        return runtime::swishActivation;
    case Activation::HardSigmoid:
        return runtime::hardSigmoidActivation;
    case Activation::HardSwish:
        return runtime::hardSwishActivation;
    case Activation::Linear:
        break;
    }
    return runtime::linearActivation;
}

}

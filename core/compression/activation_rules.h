#pragma once

#include "network/network.h"
#include "runtime/dense_float32.h"

#include <cstdint>
#include <limits>
#include <string_view>

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

/// The sums between which a function is worth telling apart: beyond them it is as good as constant.
struct UsefulSums {
    double lowest;
    double highest;
};

inline UsefulSums usefulSums(Activation activation)
{
    constexpr double all = std::numeric_limits<double>::infinity();
    switch (activation) {
    case Activation::Relu:
        return {0, all};
    case Activation::Elu:
    case Activation::Softplus:
    case Activation::Swish:
        return {-6, all};
    case Activation::Sigmoid:
        return {-8, 8};
    case Activation::Tanh:
        return {-4, 4};
    case Activation::HardSigmoid:
        return {-3, 3};
    case Activation::HardSwish:
        return {-3, all};
    case Activation::Linear:
    case Activation::LeakyRelu:
        break;
    }
    return {-all, all};
}

inline bool isNeverNegative(Activation activation)
{
    return activation == Activation::Relu || activation == Activation::Sigmoid || activation == Activation::Softplus ||
           activation == Activation::HardSigmoid;
}

/// Swish and its hard form dip below 0 before they rise.
inline bool alwaysRises(Activation activation)
{
    return activation != Activation::Swish && activation != Activation::HardSwish;
}

/// An activation in core/runtime.
struct RuntimeActivation {
    float (*value)(float sum);
    std::string_view name; ///< of the function, for exported code
    int number;            ///< what it counts as in a model's id; stays as it is
};

inline RuntimeActivation runtimeActivation(Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return {runtime::relu, "runtime::relu", 1};
    case Activation::Tanh:
        return {runtime::hyperbolicTangent, "runtime::hyperbolicTangent", 2};
    case Activation::Sigmoid:
        return {runtime::sigmoid, "runtime::sigmoid", 3};
    case Activation::LeakyRelu:
        return {runtime::leakyRelu, "runtime::leakyRelu", 4};
    case Activation::Elu:
        return {runtime::elu, "runtime::elu", 5};
    case Activation::Softplus:
        return {runtime::softplus, "runtime::softplus", 6};
    case Activation::Swish:
        return {runtime::swish, "runtime::swish", 7};
    case Activation::HardSigmoid:
        return {runtime::hardSigmoid, "runtime::hardSigmoid", 8};
    case Activation::HardSwish:
        return {runtime::hardSwish, "runtime::hardSwish", 9};
    case Activation::Linear:
        break;
    }
    return {runtime::linear, "runtime::linear", 0};
}

}

#pragma once

#include <string_view>

namespace broto {

/// What a neuron makes of its weighted sum; activations/ has a file for each.
enum class Activation { Linear, Relu, LeakyRelu, Elu, Sigmoid, Tanh, Softplus, Swish, HardSigmoid, HardSwish };

inline constexpr Activation allActivations[] = {
    Activation::Linear, Activation::Relu,     Activation::LeakyRelu, Activation::Elu,         Activation::Sigmoid,
    Activation::Tanh,   Activation::Softplus, Activation::Swish,     Activation::HardSigmoid, Activation::HardSwish};

/// "relu", "hard-swish" ...: the words of the command line and the project file.
std::string_view activationName(Activation activation);

}

#include "network/activation.h"

namespace broto {

std::string_view activationName(Activation activation)
{
    switch (activation) {
    case Activation::Linear:
        return "linear";
    case Activation::Relu:
        return "relu";
    case Activation::LeakyRelu:
        return "leaky-relu";
    case Activation::Elu:
        return "elu";
    case Activation::Sigmoid:
        return "sigmoid";
    case Activation::Tanh:
        return "tanh";
    case Activation::Softplus:
        return "softplus";
    case Activation::Swish:
        return "swish";
    case Activation::HardSigmoid:
        return "hard-sigmoid";
    case Activation::HardSwish:
        return "hard-swish";
    }
    return {};
}

}

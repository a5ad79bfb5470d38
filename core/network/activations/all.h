#pragma once

#include "network/activation.h"
#include "network/activations/elu.h"
#include "network/activations/hard_sigmoid.h"
#include "network/activations/hard_swish.h"
#include "network/activations/leaky_relu.h"
#include "network/activations/linear.h"
#include "network/activations/relu.h"
#include "network/activations/sigmoid.h"
#include "network/activations/softplus.h"
#include "network/activations/swish.h"
#include "network/activations/tanh.h"

namespace broto {

/// Calls `use` with an object of the activation's type: Relu{}, Tanh{} ...
template<class Use>
inline void withActivation(Activation activation, Use&& use)
{
    switch (activation) {
    case Activation::Linear:
        return use(Linear{});
    case Activation::Relu:
        return use(Relu{});
    case Activation::LeakyRelu:
        return use(LeakyRelu{});
    case Activation::Elu:
        return use(Elu{});
    case Activation::Sigmoid:
        return use(Sigmoid{});
    case Activation::Tanh:
        return use(Tanh{});
    case Activation::Softplus:
        return use(Softplus{});
    case Activation::Swish:
        return use(Swish{});
    case Activation::HardSigmoid:
        return use(HardSigmoid{});
    case Activation::HardSwish:
        return use(HardSwish{});
    }
}

}

#pragma once

#include "network/numbers.h"

namespace broto {

/// Like ReLU, but a hundredth of what is negative passes, so that no neuron falls silent for ever.
struct LeakyRelu {
    template<class Number>
    static Number value(Number x)
    {
        return select(x > Number(0.0f), x, x * Number(0.01f));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number, Number y)
    {
        return select(y > Number(0.0f), Number(1.0f), Number(0.01f));
    }
};

}

#pragma once

#include "network/numbers.h"

namespace broto {

/// log(1 + e^x): a ReLU with a round corner.
struct Softplus {
    template<class Number>
    static Number value(Number x)
    {
        return larger(x, Number(0.0f)) + logarithm(Number(1.0f) + exponential(Number(0.0f) - magnitude(x)));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number, Number y)
    {
        return Number(1.0f) - exponential(Number(0.0f) - y);
    }
};

}

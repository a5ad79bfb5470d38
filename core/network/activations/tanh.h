#pragma once

#include "network/numbers.h"

namespace broto {

/// The hyperbolic tangent: between -1 and 1.
struct Tanh {
    template<class Number>
    static Number value(Number x)
    {
        return Number(1.0f) - Number(2.0f) / (exponential(Number(2.0f) * x) + Number(1.0f));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number, Number y)
    {
        return Number(1.0f) - y * y;
    }
};

}

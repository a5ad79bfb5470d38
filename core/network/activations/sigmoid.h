#pragma once

#include "network/numbers.h"

namespace broto {

/// 1 / (1 + e^-x): between 0 and 1.
struct Sigmoid {
    template<class Number>
    static Number value(Number x)
    {
        return Number(1.0f) / (Number(1.0f) + exponential(Number(0.0f) - x));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number, Number y)
    {
        return y * (Number(1.0f) - y);
    }
};

}

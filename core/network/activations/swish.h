#pragma once

#include "network/numbers.h"

namespace broto {

/// x * sigmoid(x) (Ramachandran and others, 2017), also known as SiLU.
struct Swish {
    template<class Number>
    static Number value(Number x)
    {
        return x / (Number(1.0f) + exponential(Number(0.0f) - x));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number x, Number y)
    {
        const Number gate = Number(1.0f) / (Number(1.0f) + exponential(Number(0.0f) - x));
        return gate + y * (Number(1.0f) - gate);
    }
};

}

#pragma once

#include "network/numbers.h"

namespace broto {

/// x * hard sigmoid(x): swish without an exponential.
struct HardSwish {
    template<class Number>
    static Number value(Number x)
    {
        return x * smaller(larger(x * Number(1.0f / 6) + Number(0.5f), Number(0.0f)), Number(1.0f));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number x, Number)
    {
        return select(x > Number(-3.0f), select(x < Number(3.0f), x * Number(1.0f / 3) + Number(0.5f), Number(1.0f)),
                      Number(0.0f));
    }
};

}

#pragma once

#include "network/numbers.h"

namespace broto {

/// A sigmoid of three straight pieces: 0 below -3, 1 above 3.
struct HardSigmoid {
    template<class Number>
    static Number value(Number x)
    {
        return smaller(larger(x * Number(1.0f / 6) + Number(0.5f), Number(0.0f)), Number(1.0f));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number, Number y)
    {
        return select(y > Number(0.0f), select(y < Number(1.0f), Number(1.0f / 6), Number(0.0f)), Number(0.0f));
    }
};

}

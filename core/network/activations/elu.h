#pragma once

#include "network/numbers.h"

namespace broto {

/// Exponential linear: x, or e^x - 1 where x is negative (Clevert and others, 2016).
struct Elu {
    template<class Number>
    static Number value(Number x)
    {
        return select(x > Number(0.0f), x, exponential(x) - Number(1.0f));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number, Number y)
    {
        return select(y > Number(0.0f), Number(1.0f), y + Number(1.0f));
    }
};

}

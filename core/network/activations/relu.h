#pragma once

#include "network/numbers.h"

namespace broto {

/// Rectified linear: what is negative becomes 0. NaN becomes 0 too, as on the board.
struct Relu {
    template<class Number>
    static Number value(Number x)
    {
        return select(x > Number(0.0f), x, Number(0.0f));
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number, Number y)
    {
        return select(y > Number(0.0f), Number(1.0f), Number(0.0f));
    }
};

}

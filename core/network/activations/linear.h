#pragma once

#include "network/numbers.h"

namespace broto {

/// y = x: the sum goes on as it is.
struct Linear {
    template<class Number>
    static Number value(Number x)
    {
        return x;
    }
    /// The derivative at x, where the value is y.
    template<class Number>
    static Number slope(Number, Number)
    {
        return Number(1.0f);
    }
};

}

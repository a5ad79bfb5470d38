#pragma once

#include "network/numbers.h"

namespace broto {

/// The square of the error: far misses count most.
struct SquaredError {
    template<class Number>
    static Number value(Number output, Number truth)
    {
        return (output - truth) * (output - truth);
    }
    /// The derivative by the output.
    template<class Number>
    static Number slope(Number output, Number truth)
    {
        return Number(2.0f) * (output - truth);
    }
};

}

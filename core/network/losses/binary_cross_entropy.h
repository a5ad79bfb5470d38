#pragma once

#include "network/numbers.h"

namespace broto {

/// -log of what the sigmoid of the output says for the truth, 0 or 1 or in between.
struct BinaryCrossEntropy {
    template<class Number>
    static Number value(Number output, Number truth)
    {
        const Number softplus =
            larger(output, Number(0.0f)) + logarithm(Number(1.0f) + exponential(Number(0.0f) - magnitude(output)));
        return softplus - truth * output;
    }
    /// The derivative by the output.
    template<class Number>
    static Number slope(Number output, Number truth)
    {
        return Number(1.0f) / (Number(1.0f) + exponential(Number(0.0f) - output)) - truth;
    }
};

}

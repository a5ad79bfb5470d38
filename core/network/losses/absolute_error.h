#pragma once

#include "network/numbers.h"

namespace broto {

/// The size of the error: far misses count as much as they are far, so that a few wrong rows do little harm.
struct AbsoluteError {
    template<class Number>
    static Number value(Number output, Number truth)
    {
        return magnitude(output - truth);
    }
    /// The derivative by the output.
    template<class Number>
    static Number slope(Number output, Number truth)
    {
        const Number error = output - truth;
        return select(error > Number(0.0f), Number(1.0f), select(error < Number(0.0f), Number(-1.0f), Number(0.0f)));
    }
};

}

#pragma once

#include "network/numbers.h"

namespace broto {

/// Huber (1964): half the square of the error up to one deviation of the target, its size beyond.
struct Huber {
    template<class Number>
    static Number value(Number output, Number truth)
    {
        const Number size = magnitude(output - truth);
        return select(size < Number(1.0f), Number(0.5f) * size * size, size - Number(0.5f));
    }
    /// The derivative by the output.
    template<class Number>
    static Number slope(Number output, Number truth)
    {
        return smaller(larger(output - truth, Number(-1.0f)), Number(1.0f));
    }
};

}

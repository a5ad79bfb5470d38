#pragma once

#include <cstddef>
#include <span>

namespace broto {

/// What is left when answers are taken from the truth (truth - answer), in the target's unit. Of no rows NaN.
struct Residuals {
    double mean = 0;      ///< not 0: the answers are too low (above 0) or too high on the whole
    double deviation = 0; ///< how they spread about their mean; its square and the mean's are that of the root mean
                          ///< square error
    double largest = 0;   ///< the one that is farthest from 0, the first of several
    std::size_t largestRow = 0;
};

Residuals residualsOf(std::span<const float> truth, std::span<const float> answers);

}

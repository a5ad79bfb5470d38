// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_ANSWER_H
#define BROTO_RUNTIME_ANSWER_H

// From raw outputs to an answer.

#include "flash.h"

namespace broto {
namespace runtime {

/// The class with the largest score; of equal ones the first.
template<typename Score>
inline uint16_t largest(const Score* scores, uint16_t count)
{
    uint16_t best = 0;
    for (uint16_t i = 1; i < count; ++i)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

/// A regression's answer in the target's unit. One addition, one conversion, one multiplication: the same bits everywhere.
inline float answerFromSum(int32_t sum, int32_t offset, float unit) { return static_cast<float>(sum + offset) * unit; }

} // namespace runtime
} // namespace broto

#endif

// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_WEIGHTS_CODEBOOK_H
#define BROTO_RUNTIME_WEIGHTS_CODEBOOK_H

#include "flash.h"

namespace broto {
namespace runtime {

/// Indexes of 2, 4 or 8 bits into a codebook of 4, 16 or 256 weights. As many neurons as fit share a byte, the first
/// one's index lowest.
template<int bits, typename Place = const uint8_t*>
struct CodebookWeights {
    enum { together = 8 / bits };
    Place next;
    const int8_t* codebook;

    // Not an aggregate: compilers for AVR would keep a constant of two pointers in RAM.
    CodebookWeights(Place indexes, const int8_t* entries) : next(indexes), codebook(entries) {}

    void addTo(int32_t* sums, const int8_t* x, uint16_t inputs)
    {
        for (uint16_t i = 0; i < inputs; ++i) {
            uint8_t indexes = fromFlash(next + i);
            for (uint8_t n = 0; n < together; ++n) {
                const uint8_t index = static_cast<uint8_t>(indexes & ((1u << bits) - 1));
                sums[n] += static_cast<int16_t>(fromFlash(codebook + index)) * x[i];
                indexes = static_cast<uint8_t>(static_cast<unsigned>(indexes) >> (bits & 7));
            }
        }
        next += inputs;
    }
};

} // namespace runtime
} // namespace broto

#endif

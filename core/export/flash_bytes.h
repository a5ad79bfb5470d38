#pragma once

#include "compression/deployable_model.h"

#include <cstdint>

namespace broto {

struct HeaderFacts;

/// Compilers for AVR refuse larger arrays.
inline constexpr std::int64_t largestAvrArray = 32767;

/// Their plain pointers reach 64 KiB of flash. So much of it is a model's, the rest other constants' of the program.
inline constexpr std::int64_t nearAvrFlash = 60 * 1024;

/// What the constants of an exported header take on an AVR.
struct FlashBytes {
    std::int64_t weights =
        0;                   ///< with all that lies in the same arrays; can lie in far flash (core/runtime/far_flash.h)
    std::int64_t others = 0; ///< biases, tables, how features enter, names, golden rows: near

    std::int64_t all() const { return weights + others; }
    bool needFarFlash() const { return all() > nearAvrFlash; }
};

FlashBytes flashBytes(const HeaderFacts& facts);

}

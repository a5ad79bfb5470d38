#pragma once

#include "compression/deployable_model.h"

namespace broto {

/// Which of the int8 weights a layer uses: multiples of `step`, from -levels to levels of them. What fewer bits leave
/// out are the lowest ones, so that every grid fills the same range: 4 bits are -112, -96, ... 112, ternary -64, 0, 64.
struct WeightGrid {
    int step = 1;
    int levels = 127;
    int largest() const { return step * levels; }
};

inline constexpr int leastWeightBits = 2, mostWeightBits = 8;

/// 2 bits are ternary.
constexpr WeightGrid gridOf(int bits)
{
    return {1 << (mostWeightBits - bits), (1 << (bits - 1)) - 1};
}

/// The smallest storage for weights of so many bits.
constexpr Storage storageOf(int bits)
{
    return bits == 2 ? Storage::Ternary : bits <= 4 ? Storage::Int4 : Storage::Int8;
}

}

#pragma once

#include "compression/deployable_model.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace broto {

/// The weights of a layer as they lie in flash, byte by byte, ready for the kernels of core/runtime. The layer keeps
/// the promises of its storage.
std::vector<std::uint8_t> packedWeights(const IntegerLayer& layer);

/// How many bytes that will be.
std::size_t packedSize(const IntegerLayer& layer);

/// Whether the layer lies in groups of four neurons, as core/runtime/group_int8.h tells: int8 and int4 with
/// multipliers. All others are arrays of weights, of biases and of multipliers.
bool liesInGroups(const IntegerLayer& layer);

/// A neuron of a group; the last group is filled up with neurons that change nothing and win against nobody.
struct GroupNeuron {
    std::int32_t bias = 0;
    std::int16_t multiplier = 1;
    const std::int8_t* weights = nullptr; ///< none: all are 0
};
std::array<GroupNeuron, 4> groupOf(const IntegerLayer& layer, int firstNeuron);

/// The groups of such a layer as portable kernels read them, byte by byte.
std::vector<std::uint8_t> packedGroups(const IntegerLayer& layer);

/// Bits of an index into a codebook of so many weights: 2, 4 or 8; 0 where no codebook has that size.
int indexBits(std::size_t codebookSize);

/// Whether every weight of the layer can be kept as its storage says.
bool fitsStorage(const IntegerLayer& layer);

}

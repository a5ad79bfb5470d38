#pragma once

#include "compression/deployable_model.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace broto {

/// The weights of a layer as they lie in flash, byte by byte, ready for the kernels of core/runtime. The layer keeps
/// the promises of its storage.
std::vector<std::uint8_t> packedWeights(const IntegerLayer& layer);

/// How many bytes that will be.
std::size_t packedSize(const IntegerLayer& layer);

/// Bits of an index into a codebook of so many weights: 2, 4 or 8; 0 where no codebook has that size.
int indexBits(std::size_t codebookSize);

/// Whether every weight of the layer can be kept as its storage says.
bool fitsStorage(const IntegerLayer& layer);

}

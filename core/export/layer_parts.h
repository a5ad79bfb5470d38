#pragma once

#include "export/header_facts.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace broto {

/// Units, of as many bytes each, in stretches of which none has more than `most` bytes, unless one unit alone does: how
/// many units each stretch has.
std::vector<int> divided(std::span<const std::int64_t> unitBytes, std::int64_t most);

/// Neurons of a layer whose weights lie in one array: all of them, except where compilers for AVR would refuse the
/// array. Neurons that share bytes stay together.
struct LayerPart {
    std::string name; ///< "weights1"; "layer1part2"
    int first = 0;    ///< neuron
    int neurons = 0;
    std::int64_t bytes = 0; ///< of the array, on AVR
};
std::vector<LayerPart> partsOf(const HeaderFacts& facts, int layer);

/// Some neurons of a layer, as a layer.
IntegerLayer neuronsOf(const IntegerLayer& layer, int first, int count);

/// A part as the kernels take it: "weights1", or where it lies in far flash "BROTO_FAR(weights1)".
std::string placeOf(const HeaderFacts& facts, const LayerPart& part);

}

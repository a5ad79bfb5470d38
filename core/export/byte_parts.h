#pragma once

#include "boards/board.h"
#include "compression/deployable_model.h"

#include <cstdint>
#include <vector>

namespace broto {

/// What bytes of a board are for. In flash: the weights of a layer, with what fills up its groups; the biases and
/// multipliers of all; codebooks; tables of activations; how features enter; what the features of a window need; code.
/// In RAM: the two buffers of activations, a row, the readings of a stream and their spectrum.
enum class ByteUse { Weights, Biases, Codebooks, Tables, Inputs, Windows, Code, Activations, Row, Readings, Spectrum };

struct BytePart {
    ByteUse use = ByteUse::Weights;
    int layer = 0; ///< of weights: which, from 1
    std::int64_t bytes = 0;
    bool operator==(const BytePart&) const = default;
};

/// Only parts that have bytes, in the order in which a person reads them. Their sums are those of `estimateCost`.
struct ByteParts {
    std::vector<BytePart> flash;
    std::vector<BytePart> ram;
};

ByteParts byteParts(const DeployableModel& model, const Board& board);

}

#pragma once

#include "compression/deployable_model.h"
#include "support/large_models.h"

#include <cstdint>
#include <vector>

namespace broto {

/// A network that was drawn, not chosen, as a compression leaves it, with rows in raw units to ask it.
struct RandomNetwork {
    DeployableModel model;
    std::vector<std::vector<float>> rows;
};

inline constexpr std::size_t rowsAsked = 10;

/// One that is larger than the near flash of an AVR (support/large_models.h).
RandomNetwork largeNetwork(const LargeNetwork& wanted);

/// One to five layers, 1 to 128 features, neurons and classes, small sizes as often as large ones; every activation,
/// half of them ReLU; two classifications to one regression; a category among the features of one in four. Weights are
/// those that a training begins with.
RandomNetwork randomFloatNetwork(std::uint64_t seed);
RandomNetwork randomIntegerNetwork(std::uint64_t seed, int bits); ///< 8, 4 or 2 (ternary)

}

#pragma once

#include "compression/deployable_model.h"
#include "compression/value_bars.h"
#include "network/network.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace broto {

/// The weights of a layer, or of one of its neurons, as they are after compression.
struct WeightInspection {
    std::size_t weights = 0;
    std::size_t zeros = 0;
    std::size_t distinct = 0; ///< different values among them
    ValueBars bars;           ///< what they stand for; integers are multiplied by the scale of their neuron

    // Integers alone
    std::vector<std::size_t> counts; ///< how many are -127, -126 ... 127; none for float32
    int gridStep = 0;                ///< the largest number that divides them all: 16 for 4 bits; 0 where all are 0

    std::optional<double> signalToNoise; ///< of what they stand for (see signalToNoise), where there is a comparison

    double zeroShare() const { return static_cast<double>(zeros) / static_cast<double>(weights); }
};

/// `network`: the layer that it came from, neuron by neuron; null where there is none. `neuron`: that one alone, all of
/// whose weights have the same scale, so that the steps of its grid can be drawn.
WeightInspection inspectedWeights(const ModelLayer& layer, const DenseLayer* network = nullptr,
                                  std::optional<std::size_t> neuron = {});

}

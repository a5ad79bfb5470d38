#pragma once

#include "common/aligned_floats.h"
#include "network/network.h"

#include <cstddef>
#include <vector>

namespace broto {

/// Where the parameters of one layer lie among all of them. Weights are input by input (inputs x width), rows padded.
struct LayerPlace {
    int inputs = 0;
    int outputs = 0;
    int width = 0; ///< padded outputs
    Activation activation = Activation::Linear;
    float dropout = 0;
    bool normalised = false;
    std::size_t weights = 0;
    std::size_t bias = 0;   ///< added to the weighted sums, or after normalisation
    std::size_t gain = 0;   ///< of a normalised layer
    std::size_t scales = 0; ///< where scales are learned: the logarithm of what each has grown by
    std::size_t mean = 0;   ///< of a normalised layer: its place among the running statistics, the variance behind it

    std::size_t weightCount() const { return static_cast<std::size_t>(inputs) * static_cast<std::size_t>(width); }
};

/// Whether the scales of rounded weights are parameters as well, one a neuron.
enum class LearnedScales { No, Yes };

/// All parameters of a network in one array, as training works on them: the weights of every layer first, then biases,
/// gains and scales. What pads a row is 0 and stays 0.
struct Parameters {
    Parameters(const NetworkDesign& design, const Network& initial, LearnedScales scales = LearnedScales::No);

    std::vector<LayerPlace> layers;
    std::size_t weightCount = 0; ///< of all layers, padding included
    AlignedFloats values;
    AlignedFloats statistics; ///< running means and variances of normalised layers

    /// As it answers: dense layers alone, normalisation folded into them.
    Network network() const;
};

/// Keeps a variance that is divided by away from 0.
inline constexpr float smallestVariance = 1e-5f;

}

#pragma once

#include "compression/deployable_model.h"
#include "network/network.h"

#include <vector>

namespace broto {

/// A layer in integers with what a step of each neuron's sum stands for.
struct QuantizedLayer {
    Int8Layer layer;
    std::vector<double> sumScale;
};

/// Weights and biases, one scale a neuron: no sum can leave 24 bits, and no scale is below 1/256 of the largest.
/// `leastSumScale`: what a step of a sum must stand for at least.
QuantizedLayer quantizeWeights(const DenseLayer& layer, double inputScale, double leastSumScale = 0);

/// Makes it a hidden layer: multipliers, shift and table. `range` is the largest |sum| to expect, as calibratedRanges
/// counts them. Returns what one step of an output stands for.
double requantizeHidden(QuantizedLayer& quantized, double range);

/// Makes it the output layer of a classification. Returns what one step of a score stands for.
double requantizeScores(QuantizedLayer& quantized);

}

#pragma once

#include "compression/compensated_rounding.h"
#include "compression/deployable_model.h"
#include "compression/quantization_options.h"
#include "compression/weight_grid.h"
#include "network/network.h"

#include <vector>

namespace broto {

/// A layer in integers with what a step of each neuron's sum stands for.
struct QuantizedLayer {
    IntegerLayer layer;
    std::vector<double> sumScale;
    double resultScale = 0; ///< of a hidden layer: what one step stands for before a table, or without one
    int grownScales = 0;    ///< of how many neurons, so that no sum can leave 24 bits
};

/// How the weights of a layer are rounded.
struct LayerRounding {
    WeightGrid grid;
    Storage storage = Storage::Int8; ///< that holds the grid
    Granularity granularity = Granularity::Neuron;
    RangeMethod range = RangeMethod::MinMax;           ///< anything else: the least squared error
    const CompensatedRounding* compensation = nullptr; ///< none: each weight to the nearest step
};

/// Weights and biases, one scale a neuron: no sum can leave 24 bits, and no scale is below 1/256 of the largest.
/// `leastSumScale`: what a step of a sum must stand for at least.
QuantizedLayer quantizeWeights(const DenseLayer& layer, double inputScale, const LayerRounding& rounding = {},
                               double leastSumScale = 0);

/// Makes it a hidden layer: multipliers, shift and table. `range` is the largest |sum| to expect, as calibratedRanges
/// counts them. Returns what one step of an output stands for.
double requantizeHidden(QuantizedLayer& quantized, double range);

/// Makes it the output layer of a classification. Returns what one step of a score stands for.
double requantizeScores(QuantizedLayer& quantized);

}

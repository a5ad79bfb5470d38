#pragma once

#include "common/matrix.h"
#include "network/activation.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace broto {

/// What a person designs: the hidden layers. Inputs and outputs come from the data.
struct HiddenLayer {
    int units = 8;
    Activation activation = Activation::Relu;
    double dropout = 0;      ///< share of the neurons that are silent in a training step; below 1
    bool normalised = false; ///< batch normalisation of the weighted sums, folded into the weights after training
    bool operator==(const HiddenLayer&) const = default;
};
struct NetworkDesign {
    std::vector<HiddenLayer> hidden = {{16}, {8}};
    bool operator==(const NetworkDesign&) const = default;
};

inline constexpr int mostUnits = 1024; ///< in one layer
inline constexpr int mostLayers = 8;   ///< hidden ones

/// A design with its inputs and outputs known: enough to count and to estimate, before any training.
struct LayerShape {
    int inputs = 0;
    int outputs = 0;
    Activation activation = Activation::Linear;
    bool operator==(const LayerShape&) const = default;
};
using NetworkShape = std::vector<LayerShape>;

NetworkShape shapeOf(const NetworkDesign& design, int inputs, int outputs);
std::int64_t parameterCount(const NetworkShape& shape);
std::int64_t multiplicationCount(const NetworkShape& shape);

/// A dense layer in float. The output layer is linear; softmax belongs to the loss and to decoding.
struct DenseLayer {
    Matrix weights; ///< outputs x inputs
    Vector bias;
    Activation activation = Activation::Linear;
};
struct Network {
    std::vector<DenseLayer> layers;
};

NetworkShape shapeOf(const Network& network);

/// Outputs for a batch, one row a sample.
Matrix forward(const Network& network, const Matrix& inputs);

/// The outputs of every layer for a batch, the last being the network's.
std::vector<Matrix> forwardLayers(const Network& network, const Matrix& inputs);

}

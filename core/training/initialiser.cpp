#include "training/initialiser.h"

#include <cmath>
#include <utility>

namespace broto {

namespace {

// Mean test accuracy over 300 splits of iris: 95.2 %, and 94.3 % with He's rule, biases of 0 and a full-sized output
// layer; He's rule with the other two as here 94.9 %. Part of such differences is chance.
float largestParameter(const LayerShape& layer, bool isOutput)
{
    const double glorot = std::sqrt(6.0 / (layer.inputs + layer.outputs));
    return static_cast<float>(isOutput ? glorot / 10 : glorot);
}

DenseLayer initialLayer(const LayerShape& shape, float largest, Random& random)
{
    DenseLayer layer;
    layer.activation = shape.activation;
    layer.weights.resize(shape.outputs, shape.inputs);
    layer.bias.resize(shape.outputs);
    for (float& weight : layer.weights.reshaped<Eigen::RowMajor>())
        weight = random.uniform(-largest, largest);
    for (float& bias : layer.bias)
        bias = random.uniform(-largest, largest);
    return layer;
}

}

Network initialNetwork(const NetworkShape& shape, Random& random)
{
    Network network;
    network.layers.reserve(shape.size());
    for (std::size_t l = 0; l < shape.size(); ++l)
        network.layers.push_back(initialLayer(shape[l], largestParameter(shape[l], l + 1 == shape.size()), random));
    return network;
}

}

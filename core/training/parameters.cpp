#include "training/parameters.h"

#include "training/kernels/kernels.h"

#include <cmath>

namespace broto {

namespace {

using PaddedWeights = Eigen::Map<const Matrix>;

LayerPlace placeOf(const LayerShape& shape)
{
    LayerPlace place;
    place.inputs = shape.inputs;
    place.outputs = shape.outputs;
    place.width = padded(shape.outputs);
    place.activation = shape.activation;
    return place;
}

DenseLayer foldedLayer(const LayerPlace& place, const AlignedFloats& values, const AlignedFloats& statistics)
{
    const auto vectorAt = [&](const AlignedFloats& from, std::size_t begin) {
        return Eigen::Map<const Vector>(from.data() + begin, place.outputs);
    };
    DenseLayer layer;
    layer.activation = place.activation;
    layer.weights =
        PaddedWeights(values.data() + place.weights, place.inputs, place.width).leftCols(place.outputs).transpose();
    layer.bias = vectorAt(values, place.bias);
    if (place.normalised) {
        const auto mean = vectorAt(statistics, place.mean);
        const auto variance = vectorAt(statistics, place.mean + static_cast<std::size_t>(place.width));
        // Not Eigen's sqrt(): it begins with an approximation that processors of different makers round differently.
        const auto deviation = [](float v) { return std::sqrt(v + smallestVariance); };
        const Vector scale = vectorAt(values, place.gain).array() / variance.array().unaryExpr(deviation);
        layer.weights.array().colwise() *= scale.array();
        layer.bias.array() -= scale.array() * mean.array();
    }
    return layer;
}

}

Parameters::Parameters(const NetworkDesign& design, const Network& initial, LearnedScales scales)
{
    for (const LayerShape& shape : shapeOf(initial)) {
        LayerPlace place = placeOf(shape);
        if (layers.size() < design.hidden.size()) {
            place.dropout = static_cast<float>(design.hidden[layers.size()].dropout);
            place.normalised = design.hidden[layers.size()].normalised;
        }
        place.weights = weightCount;
        weightCount += place.weightCount();
        layers.push_back(place);
    }
    std::size_t end = weightCount;
    std::size_t statisticsEnd = 0;
    for (LayerPlace& place : layers) {
        const auto width = static_cast<std::size_t>(place.width);
        place.bias = end;
        end += width;
        if (scales == LearnedScales::Yes) {
            place.scales = end;
            end += width;
        }
        if (!place.normalised)
            continue;
        place.gain = end;
        end += width;
        place.mean = statisticsEnd;
        statisticsEnd += 2 * width;
    }
    values.assign(end, 0.0f);
    statistics.assign(statisticsEnd, 0.0f);
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const LayerPlace& place = layers[l];
        const DenseLayer& layer = initial.layers[l];
        Eigen::Map<Matrix>(values.data() + place.weights, place.inputs, place.width).leftCols(place.outputs) =
            layer.weights.transpose();
        Eigen::Map<Vector>(values.data() + place.bias, place.outputs) = layer.bias;
        if (place.normalised) {
            Eigen::Map<Vector>(values.data() + place.gain, place.outputs).setOnes();
            Eigen::Map<Vector>(statistics.data() + place.mean + place.width, place.width).setOnes();
        }
    }
}

Network Parameters::network() const
{
    Network network;
    network.layers.reserve(layers.size());
    for (const LayerPlace& place : layers)
        network.layers.push_back(foldedLayer(place, values, statistics));
    return network;
}

}

#include "import/model_order.h"

#include "compression/input_steps.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

template<class T>
std::vector<T> taken(const std::vector<T>& values, const std::vector<std::size_t>& order)
{
    std::vector<T> result;
    for (const std::size_t place : order)
        result.push_back(values[place]);
    return result;
}

/// The inputs of the network in the order of features.
std::vector<std::size_t> inputOrder(const std::vector<Feature>& features, const std::vector<std::size_t>& order)
{
    std::vector<std::size_t> first;
    std::size_t count = 0;
    for (const Feature& feature : features) {
        first.push_back(count);
        count += static_cast<std::size_t>(inputsOf(feature));
    }
    std::vector<std::size_t> inputs;
    for (const std::size_t feature : order)
        for (int i = 0; i < inputsOf(features[feature]); ++i)
            inputs.push_back(first[feature] + static_cast<std::size_t>(i));
    return inputs;
}

template<class Number>
void takeColumns(std::vector<Number>& weights, const std::vector<std::size_t>& inputs)
{
    std::vector<Number> result;
    for (std::size_t row = 0; row < weights.size(); row += inputs.size())
        for (const std::size_t input : inputs)
            result.push_back(weights[row + input]);
    weights = std::move(result);
}

template<class Number>
void takeRows(std::vector<Number>& weights, const std::vector<std::size_t>& outputs, int inputs)
{
    std::vector<Number> result;
    for (const std::size_t output : outputs) {
        const auto row = weights.begin() + static_cast<std::ptrdiff_t>(output * static_cast<std::size_t>(inputs));
        result.insert(result.end(), row, row + inputs);
    }
    weights = std::move(result);
}

void takeOutputs(Float32Layer& layer, const std::vector<std::size_t>& outputs)
{
    takeRows(layer.weights, outputs, layer.inputs);
    layer.bias = taken(layer.bias, outputs);
}

void takeOutputs(IntegerLayer& layer, const std::vector<std::size_t>& outputs)
{
    takeRows(layer.weights, outputs, layer.inputs);
    layer.bias = taken(layer.bias, outputs);
    layer.multiplier = taken(layer.multiplier, outputs);
    layer.weightScale = taken(layer.weightScale, outputs);
}

Float32Layer asFloat(const IntegerLayer& layer)
{
    Float32Layer result{layer.inputs, layer.outputs, layer.activation, {}, {}};
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    for (std::size_t i = 0; i < layer.weights.size(); ++i)
        result.weights.push_back(static_cast<float>(layer.weights[i]) * layer.weightScale[i / inputs]);
    for (std::size_t o = 0; o < layer.bias.size(); ++o)
        result.bias.push_back(
            static_cast<float>(static_cast<double>(layer.bias[o]) * layer.weightScale[o] * layer.inputScale));
    return result;
}

DenseLayer denseLayer(const Float32Layer& layer)
{
    DenseLayer dense;
    dense.weights = Eigen::Map<const Matrix>(layer.weights.data(), layer.outputs, layer.inputs);
    dense.bias = Eigen::Map<const Vector>(layer.bias.data(), layer.outputs);
    dense.activation = layer.activation;
    return dense;
}

/// (x - centre) * factor of the model, in terms of what the other scaling makes of x; one whose values all are one
/// number under the other is that number.
void moveInputs(DenseLayer& layer, const InputSteps& own, const InputSteps& other)
{
    for (Eigen::Index o = 0; o < layer.weights.rows(); ++o) {
        double bias = layer.bias(o);
        for (Eigen::Index i = 0; i < layer.weights.cols(); ++i) {
            const auto input = static_cast<std::size_t>(i);
            const double weight = static_cast<double>(layer.weights(o, i)) * own.factor[input];
            bias += weight * (static_cast<double>(other.centre[input]) - own.centre[input]);
            const double factor = other.factor[input];
            layer.weights(o, i) = factor == 0 ? 0 : static_cast<float>(weight / factor);
        }
        layer.bias(o) = static_cast<float>(bias);
    }
}

}

DeployableModel reordered(const DeployableModel& model, const std::vector<std::size_t>& features,
                          const std::vector<std::size_t>& classes)
{
    DeployableModel result = model;
    const std::vector<std::size_t> inputs = inputOrder(model.preprocessing.features, features);
    result.preprocessing.features = taken(model.preprocessing.features, features);
    for (PreprocessingStep& step : result.preprocessing.steps) {
        if (auto* fill = std::get_if<FillMissing>(&step))
            fill->values = taken(fill->values, features);
        if (auto* scale = std::get_if<Scale>(&step)) {
            scale->centre = taken(scale->centre, inputs);
            scale->factor = taken(scale->factor, inputs);
        }
    }
    if (!model.integerInputs.empty())
        result.integerInputs = taken(model.integerInputs, features);
    std::visit([&](auto& layer) { takeColumns(layer.weights, inputs); }, result.layers.front());
    for (std::vector<float>& row : result.goldenRows)
        row = taken(row, features);
    if (!classes.empty()) {
        std::visit([&](auto& layer) { takeOutputs(layer, classes); }, result.layers.back());
        result.decoding.target.classes = taken(model.decoding.target.classes, classes);
    }
    return result;
}

DeployableModel asFloat(const DeployableModel& model)
{
    if (model.arithmetic == Arithmetic::Float32)
        return model;
    DeployableModel result = model;
    result.name = "float";
    result.arithmetic = Arithmetic::Float32;
    result.integerInputs.clear();
    result.layers.clear();
    for (const ModelLayer& layer : model.layers)
        result.layers.push_back(asFloat(std::get<IntegerLayer>(layer)));
    OutputDecoding& decoding = result.decoding;
    if (decoding.target.task == Task::Regression) { // sums stand for answers already, but for their offset
        decoding.target.centre =
            static_cast<float>(static_cast<double>(model.decoding.offset[0]) * model.decoding.unit[0]);
        const auto& last = std::get<IntegerLayer>(model.layers.back());
        decoding.target.deviation = model.decoding.unit[0] / (last.weightScale[0] * last.inputScale);
    }
    decoding.offset.clear();
    decoding.unit.clear();
    decoding.scoreScale = 1;
    return result;
}

Network networkBehind(const DeployableModel& model, const Preprocessing& preprocessing, const Target& target)
{
    Network network;
    for (const ModelLayer& layer : model.layers)
        network.layers.push_back(denseLayer(std::get<Float32Layer>(layer)));
    moveInputs(network.layers.front(), inputSteps(model.preprocessing), inputSteps(preprocessing));
    const Target& own = model.decoding.target;
    if (target.task == Task::Regression) {
        DenseLayer& last = network.layers.back();
        last.weights *= own.deviation / target.deviation;
        last.bias = (last.bias.array() * own.deviation + (own.centre - target.centre)) / target.deviation;
    }
    return network;
}

}

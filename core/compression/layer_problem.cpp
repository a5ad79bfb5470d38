#include "compression/model_problem.h"
#include "compression/number_checks.h"
#include "compression/packed_weights.h"
#include "compression/requantization.h"

namespace broto {

namespace {

constexpr std::string_view weightsBroken = BROTO_TEXT(
    "core", "The weights of layer %1 of the model are too many, too few or out of bounds. Make the model again.");
constexpr std::string_view biasesBroken =
    BROTO_TEXT("core", "The biases of layer %1 of the model are too many, too few or so large that a sum could "
                       "overflow. Make the model again.");

/// `sentence` is a template; %1 is the layer, counted from 1.
Problem layerProblem(std::size_t layer, std::string_view sentence)
{
    return message("compression.model-layer", sentence, layer);
}

/// A sentence about the layer numbered %1, or nothing.
std::string_view faultOf(const Float32Layer& layer, bool, Task)
{
    const std::size_t outputs = static_cast<std::size_t>(layer.outputs);
    if (layer.weights.size() != outputs * static_cast<std::size_t>(layer.inputs) || !allFinite(layer.weights))
        return weightsBroken;
    if (layer.bias.size() != outputs || !allFinite(layer.bias))
        return biasesBroken;
    return {};
}

bool sumsFit24Bits(const IntegerLayer& layer)
{
    for (std::size_t o = 0; o < layer.bias.size(); ++o)
        if (!sumFits24Bits(layer, o, layer.bias[o]))
            return false;
    return true;
}

bool requantizationFits(const IntegerLayer& layer, bool last, Task task)
{
    if (last && task == Task::Regression)
        return layer.multiplier.empty();
    return layer.multiplier.size() == layer.bias.size() &&
           std::all_of(layer.multiplier.begin(), layer.multiplier.end(), [](int factor) { return factor > 0; }) &&
           (last ? layer.shift == 16 : layer.shift >= 17 && layer.shift <= 24);
}

bool tableFits(const IntegerLayer& layer)
{
    const std::vector<std::int8_t>& table = layer.table;
    if (!needsTable(layer.activation))
        return table.empty();
    if (table.size() != tableEntries || (alwaysRises(layer.activation) && !std::is_sorted(table.begin(), table.end())))
        return false;
    return *std::min_element(table.begin(), table.end()) >=
           (isNeverNegative(layer.activation) ? 0 : -largestActivation);
}

std::string_view faultOf(const IntegerLayer& layer, bool last, Task task)
{
    const std::size_t outputs = static_cast<std::size_t>(layer.outputs);
    if (layer.weights.size() != outputs * static_cast<std::size_t>(layer.inputs) ||
        std::find(layer.weights.begin(), layer.weights.end(), -128) != layer.weights.end())
        return weightsBroken;
    if (!fitsStorage(layer))
        return BROTO_TEXT("core",
                          "The weights of layer %1 of the model cannot be kept as the model says (as multiples of "
                          "a step, or in its codebook). Make the model again.");
    if (layer.bias.size() != outputs || !sumsFit24Bits(layer))
        return biasesBroken;
    if (!requantizationFits(layer, last, task))
        return BROTO_TEXT(
            "core", "The multipliers or the shift of layer %1 of the model are out of bounds. Make the model again.");
    if (!tableFits(layer))
        return BROTO_TEXT("core",
                          "The table of layer %1 of the model does not fit its activation. Make the model again.");
    const bool scalesFit = layer.weightScale.size() == outputs && allPositive(layer.weightScale) &&
                           allPositive(std::vector<float>{layer.inputScale, layer.outputScale});
    if (!scalesFit)
        return BROTO_TEXT("core",
                          "The scales of layer %1 of the model are not positive numbers. Make the model again.");
    return {};
}

}

Problem problemWithLayers(const DeployableModel& model)
{
    const Task task = model.decoding.target.task;
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        const bool last = l + 1 == model.layers.size();
        const ModelLayer& layer = model.layers[l];
        if (std::holds_alternative<IntegerLayer>(layer) != (model.arithmetic == Arithmetic::Int8))
            return layerProblem(l + 1, BROTO_TEXT("core", "Layer %1 of the model keeps its weights in another way than "
                                                          "the model says. Make the model again."));
        const std::string_view fault = std::visit([&](const auto& dense) { return faultOf(dense, last, task); }, layer);
        if (!fault.empty())
            return layerProblem(l + 1, fault);
        if (last && shapeOf(model).back().activation != Activation::Linear)
            return layerProblem(l + 1, BROTO_TEXT("core", "Layer %1 of the model gives its outputs, so it cannot have "
                                                          "an activation function. Make the model again."));
    }
    return {};
}

}

#include "compression/deployable_model.h"

#include "compression/activation_rules.h"
#include "compression/input_quantization.h"
#include "compression/input_steps.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace broto {

namespace {

using Problem = std::optional<Message>;

constexpr int largestCount = 65535; // the runtime counts in 16 bits
constexpr std::size_t largestCategories = 255;
constexpr std::size_t mostModelLayers = 255;
constexpr std::int32_t centreLimit = 1 << 29;
constexpr std::int32_t offsetLimit = 1 << 30;

template<class Values>
bool allFinite(const Values& values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

template<class Values>
bool allPositive(const Values& values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value) && value > 0; });
}

int inputsOf(const Preprocessing& preprocessing)
{
    std::size_t inputs = 0;
    for (const Feature& feature : preprocessing.features)
        inputs += std::max<std::size_t>(1, feature.categories.size());
    return static_cast<int>(std::min<std::size_t>(inputs, largestCount + 1));
}

Problem problemWithFeatures(const Preprocessing& preprocessing)
{
    const std::size_t count = preprocessing.features.size();
    if (count == 0 || inputsOf(preprocessing) > largestCount)
        return message("compression.model-feature-count",
                       BROTO_TEXT("core", "The model has %1 features. From 1 feature to %2 inputs are possible. Make "
                                          "it again from its data."),
                       count, largestCount);
    for (const Feature& feature : preprocessing.features) {
        if (feature.categories.size() > largestCategories)
            return message("compression.model-category-count",
                           BROTO_TEXT("core", "Feature \"%1\" of the model has %2 categories; at most %3 are possible. "
                                              "Make the model again from its data."),
                           feature.name, feature.categories.size(), largestCategories);
        if (!(std::isfinite(feature.lowest) && std::isfinite(feature.highest) && feature.lowest <= feature.highest))
            return message("compression.model-feature-range",
                           BROTO_TEXT("core", "The trained range of feature \"%1\" is not a range of numbers. Make the "
                                              "model again from its data."),
                           feature.name);
    }
    return {};
}

Problem stepProblem(std::string_view step)
{
    return message("compression.model-step",
                   BROTO_TEXT("core", "The preprocessing step \"%1\" of the model does not fit its features. Make the "
                                      "model again from its data."),
                   step);
}

bool fillFits(float fill, const Feature& feature)
{
    if (std::isnan(fill) || feature.categories.empty())
        return !std::isinf(fill);
    return fill >= 0 && fill < static_cast<float>(feature.categories.size()) && fill == std::floor(fill);
}

bool fillsFit(const FillMissing& fill, const std::vector<Feature>& features)
{
    return fill.values.size() == features.size() &&
           std::equal(features.begin(), features.end(), fill.values.begin(),
                      [](const Feature& feature, float value) { return fillFits(value, feature); });
}

/// Inputs from categories must stay 0 and 1.
bool scaleFits(const Scale& scale, const Preprocessing& preprocessing)
{
    const auto inputs = static_cast<std::size_t>(inputsOf(preprocessing));
    if (scale.centre.size() != inputs || scale.factor.size() != inputs || !allFinite(scale.centre) ||
        !allFinite(scale.factor))
        return false;
    std::size_t input = 0;
    for (const Feature& feature : preprocessing.features) {
        for (std::size_t c = 0; c < feature.categories.size(); ++c)
            if (scale.centre[input + c] != 0 || scale.factor[input + c] != 1)
                return false;
        input += static_cast<std::size_t>(broto::inputsOf(feature));
    }
    return true;
}

Problem problemWithSteps(const Preprocessing& preprocessing)
{
    bool oneHot = false;
    std::size_t next = 0; // steps stand in the order of the variant, each at most once
    for (const PreprocessingStep& step : preprocessing.steps) {
        if (step.index() < next)
            return stepProblem("order");
        next = step.index() + 1;
        if (const auto* fill = std::get_if<FillMissing>(&step); fill && !fillsFit(*fill, preprocessing.features))
            return stepProblem("fill");
        if (const auto* scale = std::get_if<Scale>(&step); scale && !scaleFits(*scale, preprocessing))
            return stepProblem("scale");
        oneHot = oneHot || std::holds_alternative<OneHot>(step);
    }
    const bool categories = std::any_of(preprocessing.features.begin(), preprocessing.features.end(),
                                        [](const Feature& feature) { return !feature.categories.empty(); });
    return categories && !oneHot ? stepProblem("one-hot") : Problem{};
}

Problem problemWithSizes(const DeployableModel& model)
{
    if (model.layers.empty() || model.layers.size() > mostModelLayers)
        return message("compression.model-layer-count",
                       BROTO_TEXT("core", "The model has %1 layers; 1 to %2 are possible. Make it again."),
                       model.layers.size(), mostModelLayers);
    int expected = inputsOf(model.preprocessing);
    int number = 1;
    for (const LayerShape& layer : shapeOf(model)) {
        if (layer.inputs != expected || layer.outputs < 1 || layer.outputs > largestCount)
            return message("compression.model-layer-size",
                           BROTO_TEXT("core", "Layer %1 of the model takes %2 inputs and gives %3 outputs, but it gets "
                                              "%4 inputs. Make the model again."),
                           number, layer.inputs, layer.outputs, expected);
        expected = layer.outputs;
        ++number;
    }
    return {};
}

Problem layerProblem(std::size_t layer, std::string_view what)
{
    return message("compression.model-layer",
                   BROTO_TEXT("core", "The %2 of layer %1 of the model break its rules (docs/arithmetic.md). Make the "
                                      "model again."),
                   layer, what);
}

/// The name of what is wrong, or nothing.
std::string_view faultOf(const Float32Layer& layer, bool, Task)
{
    const std::size_t outputs = static_cast<std::size_t>(layer.outputs);
    if (layer.weights.size() != outputs * static_cast<std::size_t>(layer.inputs) || !allFinite(layer.weights))
        return "weights";
    return layer.bias.size() != outputs || !allFinite(layer.bias) ? "biases" : "";
}

bool sumsFit24Bits(const Int8Layer& layer)
{
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    for (std::size_t o = 0; o < layer.bias.size(); ++o) {
        std::int64_t sum = std::abs(static_cast<std::int64_t>(layer.bias[o]));
        for (std::size_t i = 0; i < inputs; ++i)
            sum += largestActivation * std::abs(static_cast<int>(layer.weights[o * inputs + i]));
        if (sum >= accumulatorLimit)
            return false;
    }
    return true;
}

bool requantizationFits(const Int8Layer& layer, bool last, Task task)
{
    if (last && task == Task::Regression)
        return layer.multiplier.empty();
    return layer.multiplier.size() == layer.bias.size() &&
           std::all_of(layer.multiplier.begin(), layer.multiplier.end(), [](int factor) { return factor > 0; }) &&
           (last ? layer.shift == 16 : layer.shift >= 17 && layer.shift <= 24);
}

bool tableFits(const Int8Layer& layer)
{
    return layer.table.size() == (needsTable(layer.activation) ? tableEntries : 0) &&
           std::find(layer.table.begin(), layer.table.end(), -128) == layer.table.end();
}

std::string_view faultOf(const Int8Layer& layer, bool last, Task task)
{
    const std::size_t outputs = static_cast<std::size_t>(layer.outputs);
    if (layer.weights.size() != outputs * static_cast<std::size_t>(layer.inputs) ||
        std::find(layer.weights.begin(), layer.weights.end(), -128) != layer.weights.end())
        return "weights";
    if (layer.bias.size() != outputs || !sumsFit24Bits(layer))
        return "biases";
    if (!requantizationFits(layer, last, task))
        return "multipliers";
    if (!tableFits(layer))
        return "tables";
    const bool scalesFit = layer.weightScale.size() == outputs && allPositive(layer.weightScale) &&
                           allPositive(std::vector<float>{layer.inputScale, layer.outputScale});
    return scalesFit ? "" : "scales";
}

Problem problemWithLayers(const DeployableModel& model)
{
    const Task task = model.decoding.target.task;
    for (std::size_t l = 0; l < model.layers.size(); ++l) {
        const bool last = l + 1 == model.layers.size();
        const ModelLayer& layer = model.layers[l];
        if (std::holds_alternative<Int8Layer>(layer) != (model.storage == Storage::Int8))
            return layerProblem(l + 1, "storage");
        const std::string_view fault = std::visit([&](const auto& dense) { return faultOf(dense, last, task); }, layer);
        if (!fault.empty())
            return layerProblem(l + 1, fault);
        if (last && shapeOf(model).back().activation != Activation::Linear)
            return layerProblem(l + 1, "activation");
    }
    return {};
}

bool integerInputFits(const runtime::InputFeature& input, const Feature& feature, float fill)
{
    const bool refuses = input.fill == runtime::refuseMissing;
    if (input.categories != feature.categories.size() || refuses != std::isnan(fill) || input.factor < -32767)
        return false;
    if (input.categories > 0)
        return std::abs(input.factor) <= largestActivation &&
               (refuses || (input.fill >= 0 && input.fill < input.categories));
    return input.exponent <= largestExponent && input.centre > -centreLimit && input.centre < centreLimit &&
           input.lowest <= input.highest && (refuses || std::abs(input.fill) <= largestActivation);
}

Problem problemWithIntegerInputs(const DeployableModel& model)
{
    const std::vector<Feature>& features = model.preprocessing.features;
    const std::size_t expected = model.storage == Storage::Int8 ? features.size() : 0;
    if (model.integerInputs.size() != expected)
        return message("compression.model-input-count",
                       BROTO_TEXT("core", "The model holds integer encodings of %1 features; %2 are needed. Make it "
                                          "again."),
                       model.integerInputs.size(), expected);
    const InputSteps steps = inputSteps(model.preprocessing);
    for (std::size_t f = 0; f < expected; ++f)
        if (!integerInputFits(model.integerInputs[f], features[f], steps.fill[f]))
            return message("compression.model-input",
                           BROTO_TEXT("core", "The integer encoding of feature \"%1\" breaks the rules "
                                              "(docs/arithmetic.md). Make the model again."),
                           features[f].name);
    return {};
}

bool targetFits(const Target& target, int outputs)
{
    if (target.task == Task::Classification)
        return outputs >= 2 && target.classes.size() == static_cast<std::size_t>(outputs);
    return outputs == 1 && target.classes.empty() && std::isfinite(target.centre) && std::isfinite(target.deviation) &&
           target.deviation > 0;
}

bool integerDecodingFits(const OutputDecoding& decoding, int outputs)
{
    if (decoding.target.task == Task::Classification)
        return std::isfinite(decoding.scoreScale) && decoding.scoreScale > 0;
    const auto count = static_cast<std::size_t>(outputs);
    return decoding.offset.size() == count && decoding.unit.size() == count &&
           std::all_of(decoding.offset.begin(), decoding.offset.end(),
                       [](std::int32_t offset) { return offset > -offsetLimit && offset < offsetLimit; }) &&
           std::all_of(decoding.unit.begin(), decoding.unit.end(), [](float unit) { return std::isnormal(unit); });
}

Problem problemWithDecoding(const DeployableModel& model)
{
    const OutputDecoding& decoding = model.decoding;
    if (targetFits(decoding.target, model.outputs()) &&
        (model.storage == Storage::Float32 || integerDecodingFits(decoding, model.outputs())))
        return {};
    return message("compression.model-decoding",
                   BROTO_TEXT("core", "What the model says about its %1 outputs does not fit its target \"%2\". Make "
                                      "the model again."),
                   model.outputs(), decoding.target.name);
}

Problem problemWithGoldenRows(const DeployableModel& model)
{
    const auto features = static_cast<std::size_t>(model.features());
    for (const std::vector<float>& row : model.goldenRows)
        if (row.size() != features || !allFinite(row))
            return message("compression.model-golden-row",
                           BROTO_TEXT("core", "A test row of the model does not hold %1 numbers. Make the model "
                                              "again."),
                           features);
    return {};
}

}

std::optional<Message> problemWith(const DeployableModel& model)
{
    if (Problem problem = problemWithFeatures(model.preprocessing))
        return problem;
    if (Problem problem = problemWithSteps(model.preprocessing))
        return problem;
    for (const auto check :
         {problemWithSizes, problemWithLayers, problemWithIntegerInputs, problemWithDecoding, problemWithGoldenRows})
        if (Problem problem = check(model))
            return problem;
    return {};
}

}

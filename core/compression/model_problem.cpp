#include "compression/model_problem.h"

#include "compression/number_checks.h"

namespace broto {

namespace {

constexpr std::size_t mostModelLayers = 255;
constexpr std::int32_t offsetLimit = 1 << 30;

Problem problemWithSizes(const DeployableModel& model)
{
    if (model.layers.empty() || model.layers.size() > mostModelLayers)
        return message("compression.model-layer-count",
                       BROTO_TEXT("core", "The model has %1 layers; 1 to %2 are possible. Make it again."),
                       model.layers.size(), mostModelLayers);
    int expected = countedInputs(model.preprocessing);
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
        (model.arithmetic == Arithmetic::Float32 || integerDecodingFits(decoding, model.outputs())))
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
    for (const auto check : {problemWithFeatures, problemWithStream, problemWithSteps, problemWithSizes,
                             problemWithLayers, problemWithIntegerInputs, problemWithDecoding, problemWithGoldenRows})
        if (Problem problem = check(model))
            return problem;
    return {};
}

}

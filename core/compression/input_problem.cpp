#include "compression/activation_rules.h"
#include "compression/input_quantization.h"
#include "compression/input_steps.h"
#include "compression/model_problem.h"
#include "compression/number_checks.h"

#include <cstdlib>

namespace broto {

namespace {

constexpr std::size_t largestCategories = 255;

constexpr std::string_view strayWindow =
    BROTO_TEXT("core", "The test window of the model does not fit its readings. Make the model again.");

Problem stepProblem(std::string_view sentence)
{
    return message("compression.model-step", sentence);
}

bool fillFits(float fill, const Feature& feature)
{
    if (std::isnan(fill) || feature.categories.empty())
        return !std::isinf(fill);
    // One past the last category is none of them.
    return fill >= 0 && fill <= static_cast<float>(feature.categories.size()) && fill == std::floor(fill);
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
    const auto inputs = static_cast<std::size_t>(countedInputs(preprocessing));
    if (scale.centre.size() != inputs || scale.factor.size() != inputs || !allFinite(scale.centre) ||
        !allFinite(scale.factor))
        return false;
    std::size_t input = 0;
    for (const Feature& feature : preprocessing.features) {
        for (std::size_t c = 0; c < feature.categories.size(); ++c)
            if (scale.centre[input + c] != 0 || scale.factor[input + c] != 1)
                return false;
        input += static_cast<std::size_t>(inputsOf(feature));
    }
    return true;
}

bool integerInputFits(const runtime::InputFeature& input, const Feature& feature, float fill)
{
    const bool refuses = input.fill == runtime::refuseMissing;
    if (input.categories != feature.categories.size() || refuses != std::isnan(fill) || input.factor < -32767)
        return false;
    if (input.categories > 0)
        return std::abs(input.factor) <= largestActivation &&
               (refuses || (input.fill >= 0 && input.fill <= input.categories));
    return input.exponent <= largestExponent && input.centre > -centreLimit && input.centre < centreLimit &&
           input.lowest <= input.highest && (refuses || std::abs(input.fill) <= largestActivation);
}

}

Problem problemWithFeatures(const DeployableModel& model)
{
    const Preprocessing& preprocessing = model.preprocessing;
    const std::size_t count = preprocessing.features.size();
    if (count == 0 || countedInputs(preprocessing) > largestCount)
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

Problem problemWithStream(const DeployableModel& model)
{
    if (!model.preprocessing.stream)
        return model.goldenWindow.empty() ? Problem() : stepProblem(strayWindow);
    const Stream& stream = *model.preprocessing.stream;
    if (Problem problem = problemWith(stream))
        return problem;
    const std::vector<Feature>& features = model.preprocessing.features;
    const bool areNumbers = std::all_of(features.begin(), features.end(),
                                        [](const Feature& feature) { return feature.categories.empty(); });
    if (!areNumbers || features.size() != stream.features.size())
        return stepProblem(BROTO_TEXT("core", "The features of the model are not those of its windows. Make the model "
                                              "again from its data."));
    const std::size_t values = stream.channels.size() * static_cast<std::size_t>(stream.length);
    if (!model.goldenWindow.empty() && (model.goldenWindow.size() != values || !allFinite(model.goldenWindow)))
        return stepProblem(strayWindow);
    return {};
}

Problem problemWithSteps(const DeployableModel& model)
{
    const Preprocessing& preprocessing = model.preprocessing;
    bool oneHot = false;
    std::size_t next = 0; // steps stand in the order of the variant, each at most once
    for (const PreprocessingStep& step : preprocessing.steps) {
        if (step.index() < next)
            return stepProblem(BROTO_TEXT(
                "core",
                "The preprocessing steps of the model are not in their order. Make the model again from its data."));
        next = step.index() + 1;
        if (const auto* fill = std::get_if<FillMissing>(&step); fill && !fillsFit(*fill, preprocessing.features))
            return stepProblem(BROTO_TEXT("core", "What the model takes for missing values does not fit its features. "
                                                  "Make the model again from its data."));
        if (const auto* scale = std::get_if<Scale>(&step); scale && !scaleFits(*scale, preprocessing))
            return stepProblem(BROTO_TEXT(
                "core", "The scaling of the model does not fit its features. Make the model again from its data."));
        oneHot = oneHot || std::holds_alternative<OneHot>(step);
    }
    const bool categories = std::any_of(preprocessing.features.begin(), preprocessing.features.end(),
                                        [](const Feature& feature) { return !feature.categories.empty(); });
    return categories && !oneHot
               ? stepProblem(BROTO_TEXT(
                     "core",
                     "The model has categories but no step that encodes them. Make the model again from its data."))
               : Problem{};
}

Problem problemWithIntegerInputs(const DeployableModel& model)
{
    const std::vector<Feature>& features = model.preprocessing.features;
    const std::size_t expected = model.arithmetic == Arithmetic::Int8 ? features.size() : 0;
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

}

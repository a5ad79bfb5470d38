#include "export/header_facts.h"

#include "compression/predictor.h"
#include "data/feature_stream.h"
#include "export/cpp_text.h"
#include "export/exported_files.h"
#include "export/flash_bytes.h"
#include "export/identifier.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

/// Answers on which any two machines agree: a float network may overflow on one and not quite on another.
bool isUsable(const Prediction& prediction)
{
    return !prediction.refused && std::all_of(prediction.rawFloat.begin(), prediction.rawFloat.end(),
                                              [](float value) { return std::isfinite(value); });
}

/// For a model without golden rows: all features at their lowest, in the middle, at their highest. A category takes
/// its first, middle and last name.
std::vector<std::vector<float>> rowsAcrossTheRange(const DeployableModel& model)
{
    std::vector<std::vector<float>> rows;
    for (const float part : {0.0f, 0.5f, 1.0f}) {
        std::vector<float>& row = rows.emplace_back();
        for (const Feature& feature : model.preprocessing.features) {
            const float lowest = feature.categories.empty() ? feature.lowest : 0;
            const float highest =
                feature.categories.empty() ? feature.highest : static_cast<float>(feature.categories.size() - 1);
            const float value = lowest * (1 - part) + highest * part;
            row.push_back(feature.categories.empty() ? value : std::floor(value));
        }
    }
    return rows;
}

std::string answerText(const DeployableModel& model, const Prediction& prediction)
{
    const Target& target = model.decoding.target;
    if (target.task == Task::Classification)
        return commentText(target.classes[static_cast<std::size_t>(prediction.classIndex)]);
    return plainNumber(prediction.value) + (target.unit.empty() ? "" : ' ' + commentText(target.unit));
}

std::vector<GoldenRow> answered(const DeployableModel& model, const std::vector<std::vector<float>>& rows)
{
    Predictor predictor(model);
    std::vector<GoldenRow> golden;
    for (const std::vector<float>& row : rows) {
        Prediction prediction = predictor.predict(row);
        if (isUsable(prediction))
            golden.push_back({row, prediction.raw, prediction.rawFloat, answerText(model, prediction)});
    }
    return golden;
}

/// Nothing where there is none, or no machine could tell it.
GoldenRow goldenWindowOf(const DeployableModel& model)
{
    if (!model.preprocessing.stream || model.goldenWindow.empty())
        return {};
    const std::size_t channels = model.preprocessing.stream->channels.size();
    FeatureStream stream(*model.preprocessing.stream);
    for (std::size_t at = 0; at < model.goldenWindow.size(); at += channels)
        stream.push(std::span(model.goldenWindow).subspan(at, channels));
    const std::vector<GoldenRow> golden = answered(model, {stream.row()});
    return golden.empty() ? GoldenRow() : golden.front();
}

std::vector<std::string> featureNames(const std::vector<Feature>& features)
{
    std::vector<std::string> names;
    for (const Feature& feature : features)
        names.push_back(feature.name);
    return names;
}

std::vector<std::string> categoryNames(const std::vector<Feature>& features)
{
    std::vector<std::string> names;
    for (const Feature& feature : features)
        for (const std::string& category : feature.categories)
            names.push_back(feature.name + ' ' + category);
    return names;
}

}

HeaderFacts::HeaderFacts(const DeployableModel& exported, std::string_view projectName)
    : model(exported),
      project(projectName),
      identifier(identifierFor(projectName, exported.name)),
      shape(shapeOf(exported)),
      isFloat(exported.arithmetic == Arithmetic::Float32),
      isClassification(exported.decoding.target.task == Task::Classification),
      inputs(shape.front().inputs),
      outputs(shape.back().outputs),
      hiddenLayers(static_cast<int>(shape.size()) - 1)
{
    for (std::size_t layer = 0; layer < shape.size(); ++layer) {
        int& buffer = layer % 2 == 0 ? firstBuffer : secondBuffer;
        buffer = std::max(buffer, shape[layer].inputs);
    }
    const std::vector<Feature>& features = model.preprocessing.features;
    featureIdentifiers = uniqueIdentifiers("feature", featureNames(features));
    categoryIdentifiers = uniqueIdentifiers("category", categoryNames(features));
    if (isClassification)
        classIdentifiers = uniqueIdentifiers("class", model.decoding.target.classes);
    goldenRows = answered(model, model.goldenRows);
    if (goldenRows.empty())
        goldenRows = answered(model, rowsAcrossTheRange(model));
    goldenWindow = goldenWindowOf(model);
    liesFar = flashBytes(*this).needFarFlash();
}

int HeaderFacts::bufferSize(int activations) const
{
    constexpr int leastIntegers = 8; // what choosing a class keeps
    return isFloat ? std::max(activations, 1) : std::max((activations + 3) / 4 * 4, leastIntegers);
}

int HeaderFacts::ramBytes() const
{
    return (bufferSize(firstBuffer) + bufferSize(secondBuffer)) * (isFloat ? 4 : 1);
}

std::string HeaderFacts::codebookName(int index) const
{
    int first = 0;
    while (integerLayer(first).codebook != integerLayer(index).codebook)
        ++first;
    return "codebook" + std::to_string(first + 1);
}

const IntegerLayer& HeaderFacts::integerLayer(int index) const
{
    return std::get<IntegerLayer>(model.layers[static_cast<std::size_t>(index)]);
}

const Float32Layer& HeaderFacts::float32Layer(int index) const
{
    return std::get<Float32Layer>(model.layers[static_cast<std::size_t>(index)]);
}

std::string nameWithUnit(std::string_view name, std::string_view unit)
{
    return commentText(name) + (unit.empty() ? "" : " (" + commentText(unit) + ')');
}

}

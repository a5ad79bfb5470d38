#include "export/json_model.h"

#include "common/fingerprint.h"
#include "compression/activation_rules.h"
#include "compression/input_steps.h"
#include "export/header_facts.h"
#include "export/readable_json.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

using Json = nlohmann::ordered_json;

constexpr int formatVersion = 1;

std::string_view missingReadingName(MissingReading missing)
{
    switch (missing) {
    case MissingReading::Fill:
        return "fill";
    case MissingReading::LastValue:
        return "last-value";
    case MissingReading::Restart:
        break;
    }
    return "restart";
}

Json streamJson(const std::optional<Stream>& stream)
{
    if (!stream)
        return nullptr;
    Json channels = Json::array(), features = Json::array();
    for (const StreamChannel& channel : stream->channels)
        channels.push_back({{"name", channel.name},
                            {"unit", channel.unit},
                            {"missing", missingReadingName(channel.missing)},
                            {"fill", jsonFloat(channel.fill)}});
    for (const WindowFeature& feature : stream->features)
        features.push_back({{"kind", windowFeatureName(feature.kind)},
                            {"channel", feature.channel},
                            {"firstBin", feature.firstBin},
                            {"lastBin", feature.lastBin}});
    return {{"channels", std::move(channels)},
            {"length", stream->length},
            {"stride", stream->stride},
            {"readingsPerSecond", stream->readingsPerSecond},
            {"features", std::move(features)}};
}

Json integerInputJson(const runtime::InputFeature& input)
{
    Json json;
    if (input.categories)
        json["chosen"] = input.factor;
    else
        json = {{"exponent", input.exponent}, {"centre", input.centre}, {"factor", input.factor}};
    json["missing"] = input.fill == runtime::refuseMissing ? Json(nullptr) : Json(input.fill);
    return json;
}

Json floatInputJson(const runtime::FloatFeature& input)
{
    if (input.categories)
        return Json::object({{"missing", jsonFloat(input.fill)}});
    return {
        {"centre", jsonFloat(input.centre)}, {"factor", jsonFloat(input.factor)}, {"missing", jsonFloat(input.fill)}};
}

Json featuresJson(const DeployableModel& model)
{
    const std::vector<runtime::FloatFeature> floats = floatInputs(model.preprocessing);
    Json list = Json::array();
    for (std::size_t i = 0; i < floats.size(); ++i) {
        const Feature& feature = model.preprocessing.features[i];
        Json json = {{"name", feature.name}, {"unit", feature.unit}};
        if (feature.categories.empty()) {
            json["lowest"] = jsonFloat(feature.lowest);
            json["highest"] = jsonFloat(feature.highest);
        } else {
            json["categories"] = feature.categories;
        }
        json["input"] =
            model.arithmetic == Arithmetic::Int8 ? integerInputJson(model.integerInputs[i]) : floatInputJson(floats[i]);
        list.push_back(std::move(json));
    }
    return list;
}

template<class Number>
Json numberOf(Number number)
{
    if constexpr (std::is_same_v<Number, float>)
        return jsonFloat(number);
    else
        return number;
}

/// A list of the weights of each neuron.
template<class Number>
Json byNeuron(const std::vector<Number>& weights, int inputs)
{
    Json rows = Json::array();
    for (std::size_t at = 0; at < weights.size(); at += static_cast<std::size_t>(inputs)) {
        Json row = Json::array();
        for (std::size_t i = at; i < at + static_cast<std::size_t>(inputs); ++i)
            row.push_back(numberOf(weights[i]));
        rows.push_back(std::move(row));
    }
    return rows;
}

Json layerJson(const Float32Layer& layer, bool)
{
    return {{"inputs", layer.inputs},
            {"outputs", layer.outputs},
            {"activation", activationName(layer.activation)},
            {"weights", byNeuron(layer.weights, layer.inputs)},
            {"bias", jsonFloats(layer.bias)}};
}

Json layerJson(const IntegerLayer& layer, bool isHidden)
{
    Json json = {{"inputs", layer.inputs},
                 {"outputs", layer.outputs},
                 {"activation", activationName(layer.activation)},
                 {"storage", storageName(layer.storage)},
                 {"inputScale", jsonFloat(layer.inputScale)},
                 {"outputScale", jsonFloat(layer.outputScale)},
                 {"weightScale", jsonFloats(layer.weightScale)},
                 {"weights", byNeuron(layer.weights, layer.inputs)},
                 {"bias", layer.bias}};
    if (!layer.multiplier.empty()) {
        json["multiplier"] = layer.multiplier;
        json["shift"] = layer.shift;
    }
    if (isHidden) {
        json["lowest"] = lowestActivation(layer.activation);
        json["highest"] = largestActivation;
    }
    if (!layer.table.empty())
        json["table"] = layer.table;
    if (!layer.codebook.empty())
        json["codebook"] = layer.codebook;
    return json;
}

Json layersJson(const DeployableModel& model)
{
    Json list = Json::array();
    for (const ModelLayer& any : model.layers) {
        const bool isHidden = list.size() + 1 < model.layers.size();
        list.push_back(std::visit([isHidden](const auto& layer) { return layerJson(layer, isHidden); }, any));
    }
    return list;
}

Json answerJson(const HeaderFacts& facts)
{
    const OutputDecoding& decoding = facts.model.decoding;
    Json json = {{"task", facts.isClassification ? "classification" : "regression"}, {"name", decoding.target.name}};
    if (facts.isClassification) {
        json["classes"] = decoding.target.classes;
        json["certaintyScale"] = facts.isFloat ? Json(1) : jsonFloat(decoding.scoreScale);
        return json;
    }
    json["unit"] = decoding.target.unit;
    if (facts.isFloat) {
        json["factor"] = jsonFloat(decoding.target.deviation);
        json["centre"] = jsonFloat(decoding.target.centre);
    } else {
        json["offset"] = decoding.offset.front();
        json["factor"] = jsonFloat(decoding.unit.front());
    }
    return json;
}

Json goldenJson(const GoldenRow& golden, bool isFloat)
{
    return {{"row", jsonFloats(golden.row)}, {"raw", isFloat ? jsonFloats(golden.rawFloat) : Json(golden.raw)}};
}

/// Without rows that hold infinities, which JSON does not know.
Json goldenRowsJson(const HeaderFacts& facts)
{
    Json list = Json::array();
    for (const GoldenRow& golden : facts.goldenRows)
        if (std::none_of(golden.row.begin(), golden.row.end(), [](float value) { return std::isinf(value); }))
            list.push_back(goldenJson(golden, facts.isFloat));
    return list;
}

Json provenanceJson(const Provenance& made)
{
    return {{"madeBy", "Broto " + made.version},
            {"data", hexadecimal(made.dataFingerprint)},
            {"seed", made.seed},
            {"epochs", made.epochs},
            {"metric", made.metric},
            {"testMetric", std::isnan(made.testMetric) ? Json(nullptr) : Json(made.testMetric)}};
}

}

Result<ExportedFiles> exportJson(const DeployableModel& model, std::string_view projectName)
{
    const HeaderFacts facts(model, projectName);
    Json json = {{"format", "broto-model"},
                 {"version", formatVersion},
                 {"project", facts.project},
                 {"variant", model.name},
                 {"identifier", facts.identifier},
                 {"modelId", hexadecimal(modelId(model))},
                 {"provenance", provenanceJson(model.provenance)},
                 {"arithmetic", arithmeticName(model.arithmetic)},
                 {"stream", streamJson(model.preprocessing.stream)},
                 {"features", featuresJson(model)},
                 {"layers", layersJson(model)},
                 {"answer", answerJson(facts)},
                 {"goldenRows", goldenRowsJson(facts)}};
    if (facts.hasGoldenWindow()) {
        json["goldenWindow"] = goldenJson(facts.goldenWindow, facts.isFloat);
        json["goldenWindow"]["readings"] =
            byNeuron(model.goldenWindow, static_cast<int>(model.preprocessing.stream->channels.size()));
    }
    return ExportedFiles{{facts.identifier + ".json", readableJson(json)}};
}

}

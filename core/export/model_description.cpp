#include "export/model_description.h"

#include "common/fingerprint.h"
#include "compression/input_steps.h"
#include "compression/predictor.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace broto {

namespace {

using Json = nlohmann::ordered_json;

/// What is not a number becomes null.
Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json numbers(const std::vector<float>& values)
{
    Json array = Json::array();
    for (const float value : values)
        array.push_back(number(value));
    return array;
}

Json features(const Preprocessing& preprocessing)
{
    const InputSteps steps = inputSteps(preprocessing);
    Json array = Json::array();
    std::size_t input = 0;
    for (std::size_t f = 0; f < preprocessing.features.size(); ++f) {
        const Feature& feature = preprocessing.features[f];
        Json json = {{"name", feature.name}, {"unit", feature.unit}, {"missing", number(steps.fill[f])}};
        json["lowest"] = number(feature.lowest);
        json["highest"] = number(feature.highest);
        if (feature.categories.empty()) {
            json["centre"] = number(steps.centre[input]);
            json["factor"] = number(steps.factor[input]);
        } else {
            json["categories"] = feature.categories;
        }
        input += static_cast<std::size_t>(inputsOf(feature));
        array.push_back(std::move(json));
    }
    return array;
}

Json target(const Target& target)
{
    Json json = {{"name", target.name}};
    if (target.task == Task::Classification) {
        json["classes"] = target.classes;
    } else {
        json["unit"] = target.unit;
        json["centre"] = number(target.centre);
        json["deviation"] = number(target.deviation);
    }
    return json;
}

Json integers(const DeployableModel& model)
{
    Json inputs = Json::array();
    for (const runtime::InputFeature& input : model.integerInputs)
        inputs.push_back({{"centre", input.centre},
                          {"lowest", input.lowest},
                          {"highest", input.highest},
                          {"factor", input.factor},
                          {"fill", input.fill},
                          {"exponent", input.exponent},
                          {"categories", input.categories}});
    const OutputDecoding& decoding = model.decoding;
    Json json = {{"inputs", std::move(inputs)}};
    if (decoding.target.task == Task::Classification) {
        json["scoreScale"] = number(decoding.scoreScale);
    } else {
        json["offset"] = decoding.offset;
        json["unit"] = numbers(decoding.unit);
    }
    return json;
}

Json layers(const DeployableModel& model)
{
    Json array = Json::array();
    for (const ModelLayer& any : model.layers) {
        const LayerShape shape = std::visit(
            [](const auto& layer) {
                return LayerShape{layer.inputs, layer.outputs, layer.activation};
            },
            any);
        Json json = {
            {"inputs", shape.inputs}, {"outputs", shape.outputs}, {"activation", activationName(shape.activation)}};
        if (const auto* layer = std::get_if<IntegerLayer>(&any))
            json["storage"] = storageName(layer->storage);
        array.push_back(std::move(json));
    }
    return array;
}

Json provenance(const Provenance& provenance)
{
    return {{"program", "Broto " + provenance.version},
            {"data", hexadecimal(provenance.dataFingerprint)},
            {"seed", provenance.seed},
            {"epochs", provenance.epochs},
            {"metric", provenance.metric},
            {"test", number(provenance.testMetric)}};
}

/// Rows in raw units with what Broto answers.
Json examples(const DeployableModel& model)
{
    const Target& target = model.decoding.target;
    Predictor predictor(model);
    Json array = Json::array();
    for (const std::vector<float>& row : model.goldenRows) {
        const Prediction prediction = predictor.predict(row);
        if (prediction.refused)
            continue;
        const Json answer = target.task == Task::Classification
                                ? Json(target.classes[static_cast<std::size_t>(prediction.classIndex)])
                                : number(prediction.value);
        array.push_back({{"row", numbers(row)}, {"answer", answer}});
    }
    return array;
}

/// What reading the model again needs.
Json essentials(const DeployableModel& model)
{
    Json json = {{"format", descriptionFormat},
                 {"version", 1},
                 {"name", model.name},
                 {"task", taskName(model.decoding.target.task)},
                 {"arithmetic", arithmeticName(model.arithmetic)},
                 {"features", features(model.preprocessing)},
                 {"target", target(model.decoding.target)},
                 {"layers", layers(model)}};
    if (model.arithmetic == Arithmetic::Int8)
        json["integers"] = integers(model);
    return json;
}

std::string named(const std::string& name, const std::string& unit)
{
    return unit.empty() ? name : name + " (" + unit + ")";
}

}

std::string modelDescription(const DeployableModel& model)
{
    Json json = essentials(model);
    json["how"] = descriptionSentence(model);
    json["provenance"] = provenance(model.provenance);
    json["examples"] = examples(model);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string embeddedDescription(const DeployableModel& model)
{
    return essentials(model).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string descriptionSentence(const DeployableModel& model)
{
    const Target& target = model.decoding.target;
    std::string text = "Takes " + std::to_string(model.features()) + " numbers in their own units, one a feature:";
    for (const Feature& feature : model.preprocessing.features) {
        text += (&feature == model.preprocessing.features.data() ? " " : ", ") + named(feature.name, feature.unit);
        if (!feature.categories.empty())
            text += " (0 to " + std::to_string(feature.categories.size() - 1) + ", the index of its category)";
    }
    if (model.preprocessing.stream)
        text += ". They tell a window of " + std::to_string(model.preprocessing.stream->length) +
                " readings; computing them is left to the caller";
    text += target.task == Task::Classification ? ". Answers with the certainty of each class of " + target.name + "."
                                                : ". Answers with " + named(target.name, target.unit) + ".";
    return text;
}

}

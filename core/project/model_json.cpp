#include "project/model_json.h"

#include "common/fingerprint.h"
#include "project/choices_json.h"
#include "project/recipe_json.h"
#include "project/settings_json.h"
#include "project/training_json.h"

namespace broto {

namespace {

constexpr std::int64_t mostNeurons = 1'000'000;
constexpr std::size_t tableEntries = 256;
constexpr std::int64_t largestCodebook = 256;
constexpr std::size_t longestModelName = 64;

Json toJson(const Feature& feature)
{
    return {{"name", feature.name},
            {"unit", feature.unit},
            {"categories", feature.categories},
            {"lowest", jsonNumber(feature.lowest)},
            {"highest", jsonNumber(feature.highest)}};
}

std::vector<std::string> textsFrom(const CheckedJson& json)
{
    std::vector<std::string> texts;
    for (const CheckedJson& item : json.items())
        texts.push_back(item.text());
    return texts;
}

std::vector<float> numbersFrom(const CheckedJson& json)
{
    std::vector<float> numbers;
    for (const CheckedJson& item : json.items())
        numbers.push_back(item.realNumber());
    return numbers;
}

std::vector<float> numbersOrMissingFrom(const CheckedJson& json)
{
    std::vector<float> numbers;
    for (const CheckedJson& item : json.items())
        numbers.push_back(item.realNumberOrMissing());
    return numbers;
}

Json stepJson(const FillMissing& step)
{
    return {{"kind", "fill-missing"}, {"values", jsonNumbers(step.values)}};
}
Json stepJson(const OneHot&)
{
    return {{"kind", "one-hot"}};
}
Json stepJson(const Scale& step)
{
    return {{"kind", "scale"}, {"centre", jsonNumbers(step.centre)}, {"factor", jsonNumbers(step.factor)}};
}

PreprocessingStep preprocessingStepFrom(const CheckedJson& json)
{
    const std::string kind = json["kind"].text();
    if (kind == "fill-missing")
        return FillMissing{numbersOrMissingFrom(json["values"])};
    if (kind == "scale")
        return Scale{numbersFrom(json["centre"]), numbersFrom(json["factor"])};
    if (kind != "one-hot")
        json["kind"].reportRange();
    return OneHot{};
}

constexpr std::pair<MissingReading, std::string_view> missingReadings[] = {
    {MissingReading::Restart, "restart"}, {MissingReading::Fill, "fill"}, {MissingReading::LastValue, "last-value"}};

std::string missingReadingName(MissingReading missing)
{
    return std::string(missingReadings[static_cast<std::size_t>(missing)].second);
}

Json toJson(const std::optional<Stream>& stream)
{
    if (!stream)
        return nullptr;
    Json channels = Json::array();
    for (const StreamChannel& channel : stream->channels)
        channels.push_back({{"name", channel.name},
                            {"unit", channel.unit},
                            {"missing", missingReadingName(channel.missing)},
                            {"fill", jsonNumber(channel.fill)}});
    Json features = Json::array();
    for (const WindowFeature& feature : stream->features)
        features.push_back({{"kind", std::string(windowFeatureName(feature.kind))},
                            {"channel", feature.channel},
                            {"firstBin", feature.firstBin},
                            {"lastBin", feature.lastBin}});
    return {{"channels", std::move(channels)},
            {"length", stream->length},
            {"stride", stream->stride},
            {"readingsPerSecond", jsonNumber(stream->readingsPerSecond)},
            {"features", std::move(features)}};
}

Stream streamFrom(const CheckedJson& json)
{
    Stream stream;
    for (const CheckedJson& item : json["channels"].items()) {
        StreamChannel channel;
        channel.name = item["name"].text();
        channel.unit = item["unit"].text();
        channel.missing = item["missing"].choice(
            {MissingReading::Restart, MissingReading::Fill, MissingReading::LastValue}, missingReadingName);
        channel.fill = item["fill"].realNumber();
        stream.channels.push_back(std::move(channel));
    }
    stream.length = static_cast<int>(json["length"].integer(1, longestWindow));
    stream.stride = static_cast<int>(json["stride"].integer(1, longestWindow));
    stream.readingsPerSecond = json["readingsPerSecond"].number();
    for (const CheckedJson& item : json["features"].items()) {
        WindowFeature feature;
        const std::optional<WindowFeatureKind> kind = windowFeatureNamed(item["kind"].text());
        if (!kind)
            item["kind"].reportRange();
        feature.kind = kind.value_or(feature.kind);
        feature.channel = static_cast<int>(item["channel"].integer(0, mostChannels - 1));
        feature.firstBin = static_cast<int>(item["firstBin"].integer(0, longestSpectrum));
        feature.lastBin = static_cast<int>(item["lastBin"].integer(0, longestSpectrum));
        stream.features.push_back(feature);
    }
    return stream;
}

Json toJson(const Preprocessing& preprocessing)
{
    Json features = Json::array();
    for (const Feature& feature : preprocessing.features)
        features.push_back(toJson(feature));
    Json steps = Json::array();
    for (const PreprocessingStep& step : preprocessing.steps)
        steps.push_back(std::visit([](const auto& kind) { return stepJson(kind); }, step));
    return {{"features", std::move(features)}, {"steps", std::move(steps)}, {"stream", toJson(preprocessing.stream)}};
}

Preprocessing preprocessingFrom(const CheckedJson& json)
{
    Preprocessing preprocessing;
    for (const CheckedJson& item : json["features"].items()) {
        Feature feature;
        feature.name = item["name"].text();
        feature.unit = item["unit"].text();
        feature.categories = textsFrom(item["categories"]);
        feature.lowest = item["lowest"].realNumberOrMissing();
        feature.highest = item["highest"].realNumberOrMissing();
        preprocessing.features.push_back(std::move(feature));
    }
    for (const CheckedJson& item : json["steps"].items())
        preprocessing.steps.push_back(preprocessingStepFrom(item));
    if (const CheckedJson stream = json["stream"]; !stream.isNull())
        preprocessing.stream = streamFrom(stream);
    return preprocessing;
}

Json toJson(const runtime::InputFeature& input)
{
    return {{"centre", input.centre},        {"lowest", input.lowest}, {"highest", input.highest},
            {"factor", input.factor},        {"fill", input.fill},     {"exponent", input.exponent},
            {"categories", input.categories}};
}

runtime::InputFeature inputFeatureFrom(const CheckedJson& json)
{
    runtime::InputFeature input{};
    input.centre = json["centre"].integerOf<std::int32_t>();
    input.lowest = json["lowest"].integerOf<std::int32_t>();
    input.highest = json["highest"].integerOf<std::int32_t>();
    input.factor = json["factor"].integerOf<std::int16_t>();
    input.fill = json["fill"].integerOf<std::int16_t>();
    input.exponent = json["exponent"].integerOf<std::int8_t>();
    input.categories = json["categories"].integerOf<std::uint8_t>();
    return input;
}

/// Where the arrays of one layer go to or come from.
struct ArrayPlace {
    const std::string& folder;
    std::size_t index;
    std::string name(std::string_view what) const { return layerArrayName(folder, index, what); }
};

Json layerJson(const Float32Layer& layer, const ArrayPlace& place, std::vector<ArchiveEntry>& arrays)
{
    const auto outputs = static_cast<std::size_t>(layer.outputs);
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    arrays.push_back({place.name("weights"), npyBytes(layer.weights.data(), {outputs, inputs})});
    arrays.push_back({place.name("bias"), npyBytes(layer.bias.data(), {outputs})});
    return {{"inputs", layer.inputs},
            {"outputs", layer.outputs},
            {"activation", std::string(activationName(layer.activation))}};
}

Json layerJson(const IntegerLayer& layer, const ArrayPlace& place, std::vector<ArchiveEntry>& arrays)
{
    const auto outputs = static_cast<std::size_t>(layer.outputs);
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    arrays.push_back({place.name("weights"), npyBytes(layer.weights.data(), {outputs, inputs})});
    arrays.push_back({place.name("bias"), npyBytes(layer.bias.data(), {outputs})});
    arrays.push_back({place.name("weight-scale"), npyBytes(layer.weightScale.data(), {layer.weightScale.size()})});
    if (!layer.multiplier.empty())
        arrays.push_back({place.name("multiplier"), npyBytes(layer.multiplier.data(), {layer.multiplier.size()})});
    if (!layer.table.empty())
        arrays.push_back({place.name("table"), npyBytes(layer.table.data(), {layer.table.size()})});
    if (!layer.codebook.empty())
        arrays.push_back({place.name("codebook"), npyBytes(layer.codebook.data(), {layer.codebook.size()})});
    return {{"inputs", layer.inputs},
            {"outputs", layer.outputs},
            {"activation", std::string(activationName(layer.activation))},
            {"storage", std::string(storageName(layer.storage))},
            {"codebook", layer.codebook.size()},
            {"shift", layer.shift},
            {"multiplier", !layer.multiplier.empty()},
            {"table", !layer.table.empty()},
            {"inputScale", jsonNumber(layer.inputScale)},
            {"outputScale", jsonNumber(layer.outputScale)}};
}

template<class Layer>
void readShape(const CheckedJson& json, Layer& layer)
{
    layer.inputs = static_cast<int>(json["inputs"].integer(1, mostNeurons));
    layer.outputs = static_cast<int>(json["outputs"].integer(1, mostNeurons));
    layer.activation = activationFrom(json["activation"]);
}

Float32Layer float32LayerFrom(const CheckedJson& json, const ArrayPlace& place, const ArraySource& arrays)
{
    Float32Layer layer;
    readShape(json, layer);
    const auto outputs = static_cast<std::size_t>(layer.outputs);
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    layer.weights = arrays.array<float>(place.name("weights"), {outputs, inputs});
    layer.bias = arrays.array<float>(place.name("bias"), {outputs});
    return layer;
}

IntegerLayer int8LayerFrom(const CheckedJson& json, const ArrayPlace& place, const ArraySource& arrays)
{
    IntegerLayer layer;
    readShape(json, layer);
    const auto outputs = static_cast<std::size_t>(layer.outputs);
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    layer.shift = static_cast<int>(json["shift"].integer(0, 31));
    layer.inputScale = json["inputScale"].realNumber();
    layer.outputScale = json["outputScale"].realNumber();
    layer.storage = json["storage"].choice(allStorages, storageName);
    layer.weights = arrays.array<std::int8_t>(place.name("weights"), {outputs, inputs});
    if (const std::int64_t entries = json["codebook"].integer(0, largestCodebook))
        layer.codebook = arrays.array<std::int8_t>(place.name("codebook"), {static_cast<std::size_t>(entries)});
    layer.bias = arrays.array<std::int32_t>(place.name("bias"), {outputs});
    layer.weightScale = arrays.array<float>(place.name("weight-scale"), {outputs});
    if (json["multiplier"].boolean())
        layer.multiplier = arrays.array<std::int16_t>(place.name("multiplier"), {outputs});
    if (json["table"].boolean())
        layer.table = arrays.array<std::int8_t>(place.name("table"), {tableEntries});
    return layer;
}

Json toJson(const OutputDecoding& decoding)
{
    const Target& target = decoding.target;
    return {{"task", toJson(target.task)},
            {"name", target.name},
            {"unit", target.unit},
            {"classes", target.classes},
            {"centre", jsonNumber(target.centre)},
            {"deviation", jsonNumber(target.deviation)},
            {"offset", decoding.offset},
            {"unitPerStep", jsonNumbers(decoding.unit)},
            {"scoreScale", jsonNumber(decoding.scoreScale)}};
}

OutputDecoding decodingFrom(const CheckedJson& json)
{
    OutputDecoding decoding;
    decoding.target.task = taskFrom(json["task"]);
    decoding.target.name = json["name"].text();
    decoding.target.unit = json["unit"].text();
    decoding.target.classes = textsFrom(json["classes"]);
    decoding.target.centre = json["centre"].realNumber();
    decoding.target.deviation = json["deviation"].realNumber();
    for (const CheckedJson& offset : json["offset"].items())
        decoding.offset.push_back(offset.integerOf<std::int32_t>());
    decoding.unit = numbersFrom(json["unitPerStep"]);
    decoding.scoreScale = json["scoreScale"].realNumber();
    return decoding;
}

Json toJson(const Provenance& provenance)
{
    return {{"version", provenance.version},
            {"dataFingerprint", hexadecimal(provenance.dataFingerprint)},
            {"seed", provenance.seed},
            {"epochs", provenance.epochs},
            {"metric", provenance.metric},
            {"testMetric", jsonNumber(provenance.testMetric)},
            {"grownScales", provenance.grownScales}};
}

Provenance provenanceFrom(const CheckedJson& json)
{
    Provenance provenance;
    provenance.version = json["version"].text();
    provenance.dataFingerprint = json["dataFingerprint"].hexadecimal();
    provenance.seed = json["seed"].natural();
    provenance.epochs = static_cast<int>(json["epochs"].integer(0, std::numeric_limits<int>::max()));
    provenance.metric = json["metric"].text();
    provenance.testMetric = json["testMetric"].numberOrMissing();
    provenance.grownScales = json["grownScales"].integerOf<int>();
    return provenance;
}

void readLayers(const CheckedJson& json, const std::string& folder, const ArraySource& arrays, DeployableModel& model)
{
    const std::vector<CheckedJson> layers = json.items();
    for (std::size_t i = 0; i < layers.size() && !json.report().any(); ++i) {
        const ArrayPlace place{folder, i};
        if (model.arithmetic == Arithmetic::Float32)
            model.layers.push_back(float32LayerFrom(layers[i], place, arrays));
        else
            model.layers.push_back(int8LayerFrom(layers[i], place, arrays));
    }
}

DeployableModel modelFrom(const CheckedJson& json, const std::string& name, const ArraySource& arrays)
{
    DeployableModel model;
    model.name = name;
    model.arithmetic = json["arithmetic"].choice({Arithmetic::Float32, Arithmetic::Int8}, arithmeticName);
    model.preprocessing = preprocessingFrom(json["preprocessing"]);
    for (const CheckedJson& input : json["integerInputs"].items())
        model.integerInputs.push_back(inputFeatureFrom(input));
    readLayers(json["layers"], "models/" + name, arrays, model);
    model.decoding = decodingFrom(json["decoding"]);
    for (const CheckedJson& row : json["goldenRows"].items()) {
        model.goldenRows.push_back(numbersOrMissingFrom(row));
        if (model.goldenRows.back().size() != model.preprocessing.features.size())
            row.reportRange();
    }
    model.goldenWindow = numbersFrom(json["goldenWindow"]);
    model.provenance = provenanceFrom(json["provenance"]);
    if (json.report().any())
        return model;
    if (const std::optional<Message> problem = problemWith(model))
        json.report().add(damage::wrongModel(name, *problem));
    return model;
}

Json toJson(const std::optional<ControlMetrics>& control)
{
    if (!control)
        return nullptr;
    return {{"validation", toJson(control->validation)}, {"test", toJson(control->test)}};
}

}

bool usableVariantName(std::string_view name)
{
    if (name.empty() || name.size() > longestModelName || name.front() == '.')
        return false;
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
           std::string_view::npos;
}

Json toJson(const Variant& variant, std::vector<ArchiveEntry>& arrays)
{
    const DeployableModel& model = variant.model;
    const std::string folder = "models/" + model.name;
    Json inputs = Json::array();
    for (const runtime::InputFeature& input : model.integerInputs)
        inputs.push_back(toJson(input));
    Json layers = Json::array();
    for (std::size_t i = 0; i < model.layers.size(); ++i)
        layers.push_back(std::visit(
            [&](const auto& layer) {
                return layerJson(layer, ArrayPlace{folder, i}, arrays);
            },
            model.layers[i]));
    Json goldenRows = Json::array();
    for (const std::vector<float>& row : model.goldenRows)
        goldenRows.push_back(jsonNumbers(row));
    return {{"name", model.name},
            {"method", methodOf(variant)},
            {"bits", bitsOf(variant)},
            {"recipe", variant.recipe ? toJson(*variant.recipe) : Json(nullptr)},
            {"extraEpochs", variant.extraEpochs},
            {"control", toJson(variant.control)},
            {"arithmetic", std::string(arithmeticName(model.arithmetic))},
            {"metrics", {{"validation", toJson(variant.validation)}, {"test", toJson(variant.test)}}},
            {"preprocessing", toJson(model.preprocessing)},
            {"integerInputs", std::move(inputs)},
            {"layers", std::move(layers)},
            {"decoding", toJson(model.decoding)},
            {"goldenRows", std::move(goldenRows)},
            {"goldenWindow", jsonNumbers(model.goldenWindow)},
            {"provenance", toJson(model.provenance)}};
}

Variant variantFrom(const CheckedJson& json, const ArraySource& arrays)
{
    Variant variant;
    const std::string name = json["name"].text();
    if (!usableVariantName(name))
        json["name"].reportRange();
    if (const CheckedJson recipe = json["recipe"]; !recipe.isNull())
        variant.recipe = recipeFrom(recipe);
    if (json["method"].text() != methodOf(variant))
        json["method"].reportRange();
    if (json["bits"].integer(leastWeightBits, 32) != bitsOf(variant))
        json["bits"].reportRange();
    variant.extraEpochs = static_cast<int>(json["extraEpochs"].integer(0, std::numeric_limits<int>::max()));
    if (const CheckedJson control = json["control"]; !control.isNull())
        variant.control = ControlMetrics{metricsFrom(control["validation"]), metricsFrom(control["test"])};
    const CheckedJson metrics = json["metrics"];
    variant.validation = metricsFrom(metrics["validation"]);
    variant.test = metricsFrom(metrics["test"]);
    variant.model = modelFrom(json, name, arrays);
    return variant;
}

}

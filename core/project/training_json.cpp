#include "project/training_json.h"

#include "common/fingerprint.h"
#include "project/kept_runs.h"
#include "project/settings_json.h"
#include "project/state_json.h"

namespace broto {

namespace {

constexpr std::int64_t mostInputs = 1'000'000;
constexpr std::int64_t largestCount = std::numeric_limits<int>::max();

Json historyJson(const std::vector<EpochRecord>& history)
{
    // By column: short, and a plotting script takes it as it is.
    Json epoch = Json::array(), trainingLoss = Json::array(), validationLoss = Json::array();
    Json trainingMetric = Json::array(), validationMetric = Json::array();
    for (const EpochRecord& record : history) {
        epoch.push_back(record.epoch);
        trainingLoss.push_back(jsonNumber(record.trainingLoss));
        validationLoss.push_back(jsonNumber(record.validationLoss));
        trainingMetric.push_back(jsonNumber(record.trainingMetric));
        validationMetric.push_back(jsonNumber(record.validationMetric));
    }
    return {{"epoch", std::move(epoch)},
            {"trainingLoss", std::move(trainingLoss)},
            {"validationLoss", std::move(validationLoss)},
            {"trainingMetric", std::move(trainingMetric)},
            {"validationMetric", std::move(validationMetric)}};
}

void readColumn(const CheckedJson& column, std::vector<EpochRecord>& history, float EpochRecord::*member)
{
    const std::vector<CheckedJson> items = column.items();
    if (items.size() != history.size()) {
        column.reportRange();
        return;
    }
    for (std::size_t i = 0; i < items.size(); ++i)
        history[i].*member = items[i].realNumberOrMissing();
}

std::vector<EpochRecord> historyFrom(const CheckedJson& json)
{
    std::vector<EpochRecord> history;
    for (const CheckedJson& epoch : json["epoch"].items()) {
        history.emplace_back();
        history.back().epoch = static_cast<int>(epoch.integer(1, largestCount));
    }
    readColumn(json["trainingLoss"], history, &EpochRecord::trainingLoss);
    readColumn(json["validationLoss"], history, &EpochRecord::validationLoss);
    readColumn(json["trainingMetric"], history, &EpochRecord::trainingMetric);
    readColumn(json["validationMetric"], history, &EpochRecord::validationMetric);
    return history;
}

DenseLayer denseLayerFrom(const CheckedJson& json, const std::string& folder, std::size_t index,
                          const ArraySource& arrays)
{
    DenseLayer layer;
    layer.activation = activationFrom(json["activation"]);
    const auto inputs = static_cast<std::size_t>(json["inputs"].integer(1, mostInputs));
    const auto outputs = static_cast<std::size_t>(json["outputs"].integer(1, mostInputs));
    const auto weights = arrays.array<float>(layerArrayName(folder, index, "weights"), {outputs, inputs});
    const auto bias = arrays.array<float>(layerArrayName(folder, index, "bias"), {outputs});
    if (weights.size() == outputs * inputs && bias.size() == outputs) {
        layer.weights = Eigen::Map<const Matrix>(weights.data(), static_cast<Eigen::Index>(outputs),
                                                 static_cast<Eigen::Index>(inputs));
        layer.bias = Eigen::Map<const Vector>(bias.data(), static_cast<Eigen::Index>(outputs));
    }
    return layer;
}

bool matchesDesign(const Network& network, const NetworkDesign& design)
{
    const NetworkShape shape = shapeOf(network);
    if (shape.empty())
        return false;
    return shape == shapeOf(design, shape.front().inputs, shape.back().outputs);
}

Network networkFrom(const CheckedJson& layers, const std::string& folder, const NetworkDesign& design,
                    const ArraySource& arrays)
{
    Network network;
    const std::vector<CheckedJson> items = layers.items();
    for (std::size_t i = 0; i < items.size() && !layers.report().any(); ++i)
        network.layers.push_back(denseLayerFrom(items[i], folder, i, arrays));
    if (!layers.report().any() && !matchesDesign(network, design))
        layers.reportRange();
    return network;
}

}

Json toJson(const Metrics& metrics)
{
    return {{"headline", jsonNumber(metrics.headline)},
            {"loss", jsonNumber(metrics.loss)},
            {"confusion", metrics.confusion},
            {"meanAbsoluteError", jsonNumber(metrics.meanAbsoluteError)},
            {"rootMeanSquareError", jsonNumber(metrics.rootMeanSquareError)}};
}

Metrics metricsFrom(const CheckedJson& json)
{
    Metrics metrics;
    metrics.headline = json["headline"].numberOrMissing();
    metrics.loss = json["loss"].numberOrMissing();
    metrics.meanAbsoluteError = json["meanAbsoluteError"].numberOrMissing();
    metrics.rootMeanSquareError = json["rootMeanSquareError"].numberOrMissing();
    const std::vector<CheckedJson> rows = json["confusion"].items();
    for (const CheckedJson& row : rows) {
        std::vector<int>& counts = metrics.confusion.emplace_back();
        for (const CheckedJson& count : row.items())
            counts.push_back(static_cast<int>(count.integer(0, largestCount)));
        if (counts.size() != rows.size())
            row.reportRange();
    }
    return metrics;
}

int runNumberFrom(const CheckedJson& json)
{
    return static_cast<int>(json.integer(1, largestRunNumber));
}

Json toJson(const TrainedNetwork& trained, const std::string& folder, std::vector<ArchiveEntry>& arrays)
{
    Json layers = Json::array();
    for (std::size_t i = 0; i < trained.network.layers.size(); ++i) {
        const DenseLayer& layer = trained.network.layers[i];
        const auto outputs = static_cast<std::size_t>(layer.weights.rows());
        const auto inputs = static_cast<std::size_t>(layer.weights.cols());
        layers.push_back(
            {{"inputs", inputs}, {"outputs", outputs}, {"activation", std::string(activationName(layer.activation))}});
        arrays.push_back({layerArrayName(folder, i, "weights"), npyBytes(layer.weights.data(), {outputs, inputs})});
        arrays.push_back({layerArrayName(folder, i, "bias"), npyBytes(layer.bias.data(), {outputs})});
    }
    return {{"number", trained.number},
            {"design", toJson(trained.design)},
            {"settings", toJson(trained.settings)},
            {"dataFingerprint", hexadecimal(trained.dataFingerprint)},
            {"instructionSet", trained.instructionSet},
            {"bestEpoch", trained.bestEpoch},
            {"layers", std::move(layers)},
            {"metrics",
             {{"training", toJson(trained.training)},
              {"validation", toJson(trained.validation)},
              {"test", toJson(trained.test)}}},
            {"history", historyJson(trained.history)},
            {"state", stateJson(trained, folder, arrays)}};
}

TrainedNetwork trainedNetworkFrom(const CheckedJson& json, const std::string& folder, const ArraySource& arrays)
{
    TrainedNetwork trained;
    trained.number = runNumberFrom(json["number"]);
    trained.design = networkDesignFrom(json["design"]);
    trained.settings = trainingSettingsFrom(json["settings"]);
    trained.dataFingerprint = json["dataFingerprint"].hexadecimal();
    trained.instructionSet = json["instructionSet"].text();
    trained.bestEpoch = static_cast<int>(json["bestEpoch"].integer(0, largestCount));
    trained.network = networkFrom(json["layers"], folder, trained.design, arrays);
    const CheckedJson metrics = json["metrics"];
    trained.training = metricsFrom(metrics["training"]);
    trained.validation = metricsFrom(metrics["validation"]);
    trained.test = metricsFrom(metrics["test"]);
    trained.history = historyFrom(json["history"]);
    trained.state = stateFrom(json["state"], trained, folder, arrays);
    return trained;
}

}

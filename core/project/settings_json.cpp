#include "project/settings_json.h"

namespace broto {

namespace {

constexpr int largestBatch = std::numeric_limits<int>::max();
constexpr double largestRate = 1e6;

HiddenLayer hiddenLayerFrom(const CheckedJson& json)
{
    HiddenLayer layer;
    layer.units = static_cast<int>(json["units"].integer(1, mostUnits));
    layer.activation = activationFrom(json["activation"]);
    layer.dropout = json["dropout"].number(0, 1);
    layer.normalised = json["normalised"].boolean();
    return layer;
}

/// Null: nothing has been decided.
Json orNull(const std::optional<double>& number)
{
    return number ? Json(*number) : Json(nullptr);
}

}

Activation activationFrom(const CheckedJson& json)
{
    return json.choice(allActivations, activationName);
}

Json toJson(const NetworkDesign& design)
{
    Json hidden = Json::array();
    for (const HiddenLayer& layer : design.hidden)
        hidden.push_back({{"units", layer.units},
                          {"activation", std::string(activationName(layer.activation))},
                          {"dropout", layer.dropout},
                          {"normalised", layer.normalised}});
    return {{"hidden", std::move(hidden)}};
}

NetworkDesign networkDesignFrom(const CheckedJson& json)
{
    NetworkDesign design;
    design.hidden.clear();
    const CheckedJson hidden = json["hidden"];
    for (const CheckedJson& layer : hidden.items())
        design.hidden.push_back(hiddenLayerFrom(layer));
    if (design.hidden.size() > static_cast<std::size_t>(mostLayers))
        hidden.reportRange();
    return design;
}

Json toJson(const TrainingSettings& settings)
{
    return {{"epochs", settings.epochs},
            {"batch", settings.batch},
            {"optimizer", std::string(optimizerName(settings.optimizer))},
            {"learningRate", settings.learningRate},
            {"seed", settings.seed},
            {"momentum", settings.momentum},
            {"weightDecay", orNull(settings.weightDecay)},
            {"schedule", std::string(scheduleName(settings.schedule))},
            {"warmUpEpochs", settings.warmUpEpochs},
            {"loss", settings.loss ? Json(std::string(lossName(*settings.loss))) : Json(nullptr)},
            {"classWeights", std::string(classWeightsName(settings.classWeights))},
            {"labelSmoothing", settings.labelSmoothing},
            {"l1", settings.l1},
            {"l2", settings.l2},
            {"largestGradient", settings.largestGradient},
            {"initialiser", std::string(initialiserName(settings.initialiser))},
            {"patience", settings.patience}};
}

/// What fits together and what does not is asked before a training (checkTraining).
TrainingSettings trainingSettingsFrom(const CheckedJson& json)
{
    TrainingSettings settings;
    settings.epochs = static_cast<int>(json["epochs"].integer(1, mostEpochs));
    settings.batch = static_cast<int>(json["batch"].integer(1, largestBatch));
    settings.optimizer = json["optimizer"].choice(allOptimizers, optimizerName);
    settings.learningRate = json["learningRate"].number(std::numeric_limits<double>::min(), largestRate);
    settings.seed = json["seed"].natural();
    settings.momentum = json["momentum"].number(0, 1);
    if (const CheckedJson decay = json["weightDecay"]; !decay.isNull())
        settings.weightDecay = decay.number(0);
    settings.schedule = json["schedule"].choice(allSchedules, scheduleName);
    settings.warmUpEpochs = static_cast<int>(json["warmUpEpochs"].integer(0, mostEpochs));
    if (const CheckedJson loss = json["loss"]; !loss.isNull())
        settings.loss = loss.choice(allLosses, lossName);
    settings.classWeights = json["classWeights"].choice(allClassWeights, classWeightsName);
    settings.labelSmoothing = json["labelSmoothing"].number(0, 1);
    settings.l1 = json["l1"].number(0);
    settings.l2 = json["l2"].number(0);
    settings.largestGradient = json["largestGradient"].number(0);
    settings.initialiser = json["initialiser"].choice(allInitialisers, initialiserName);
    settings.patience = static_cast<int>(json["patience"].integer(0, mostEpochs));
    return settings;
}

}

#include "project/recipe_json.h"

#include "project/settings_json.h"

namespace broto {

namespace {

Json extraJson(const ExtraTraining& extra)
{
    return {{"epochs", extra.epochs}, {"learningRate", jsonNumber(extra.learningRate)}};
}

ExtraTraining extraFrom(const CheckedJson& json)
{
    return {static_cast<int>(json["epochs"].integer(0, mostEpochs)), json["learningRate"].number(0)};
}

std::string nameText(std::string_view name)
{
    return std::string(name);
}

Json stepJson(const DistillationOptions& step)
{
    return {{"teacher", toJson(step.teacher)},
            {"student", toJson(step.student)},
            {"temperature", jsonNumber(step.temperature)},
            {"share", jsonNumber(step.share)}};
}

Json stepJson(const PruningOptions& step)
{
    return {{"pruning", nameText(pruningName(step.pruning))},
            {"share", jsonNumber(step.share)},
            {"stages", step.stages},
            {"extra", extraJson(step.extra)}};
}

Json stepJson(const QatOptions& step)
{
    return {{"bits", step.bits},
            {"scales", nameText(scalesName(step.scales))},
            {"activationRange", nameText(rangeMethodName(step.activationRange))},
            {"extra", extraJson(step.extra)}};
}

Json stepJson(const CodebookOptions& step)
{
    const CentreOptions& centres = step.centres;
    return {{"size", step.size},
            {"centres", nameText(centreMethodName(step.method))},
            {"codebooks", nameText(codebooksName(step.codebooks))},
            {"extra", extraJson(step.extra)},
            {"threshold", jsonNumber(centres.autoCloud.threshold)},
            {"bandwidth", jsonNumber(centres.meanShift.bandwidth)},
            {"damping", jsonNumber(centres.affinityPropagation.damping)},
            {"preference", jsonNumber(centres.affinityPropagation.preference)},
            {"radius", jsonNumber(centres.dbStream.radius)}};
}

Json stepJson(const QuantizationOptions& step)
{
    return {{"bits", step.bits},
            {"layerBits", step.layerBits},
            {"granularity", nameText(granularityName(step.granularity))},
            {"activationRange", nameText(rangeMethodName(step.activationRange))},
            {"weightRange", nameText(rangeMethodName(step.weightRange))},
            {"rounding", nameText(roundingName(step.rounding))},
            {"correctBias", step.correctBias},
            {"calibrationRows", step.calibrationRows}};
}

int bitsFrom(const CheckedJson& json)
{
    return static_cast<int>(json.integer(leastWeightBits, mostWeightBits));
}

DistillationOptions distillationFrom(const CheckedJson& json)
{
    DistillationOptions step;
    step.teacher = networkDesignFrom(json["teacher"]);
    step.student = networkDesignFrom(json["student"]);
    step.temperature = json["temperature"].number();
    step.share = json["share"].number();
    return step;
}

PruningOptions pruningFrom(const CheckedJson& json)
{
    PruningOptions step;
    step.pruning = json["pruning"].choice(allPrunings, pruningName);
    step.share = json["share"].number();
    step.stages = static_cast<int>(json["stages"].integer(1, mostPruningStages));
    step.extra = extraFrom(json["extra"]);
    return step;
}

QatOptions qatFrom(const CheckedJson& json)
{
    QatOptions step;
    step.bits = bitsFrom(json["bits"]);
    step.scales = json["scales"].choice(allScales, scalesName);
    step.activationRange = json["activationRange"].choice(allRangeMethods, rangeMethodName);
    step.extra = extraFrom(json["extra"]);
    return step;
}

CodebookOptions codebookFrom(const CheckedJson& json)
{
    CodebookOptions step;
    step.size = static_cast<std::size_t>(json["size"].integer(1, 256));
    step.method = json["centres"].choice(allCentreMethods, centreMethodName);
    step.codebooks = json["codebooks"].choice(allCodebooks, codebooksName);
    step.extra = extraFrom(json["extra"]);
    step.centres.autoCloud.threshold = json["threshold"].number(0);
    step.centres.meanShift.bandwidth = json["bandwidth"].number(0);
    step.centres.affinityPropagation.damping = json["damping"].number(0);
    step.centres.affinityPropagation.preference = json["preference"].number();
    step.centres.dbStream.radius = json["radius"].number(0);
    return step;
}

QuantizationOptions quantizationFrom(const CheckedJson& json)
{
    QuantizationOptions step;
    step.bits = bitsFrom(json["bits"]);
    for (const CheckedJson& bits : json["layerBits"].items())
        step.layerBits.push_back(bitsFrom(bits));
    step.granularity = json["granularity"].choice(allGranularities, granularityName);
    step.activationRange = json["activationRange"].choice(allRangeMethods, rangeMethodName);
    step.weightRange = json["weightRange"].choice(allRangeMethods, rangeMethodName);
    step.rounding = json["rounding"].choice(allRoundings, roundingName);
    step.correctBias = json["correctBias"].boolean();
    step.calibrationRows = static_cast<int>(json["calibrationRows"].integer(0, std::numeric_limits<int>::max()));
    return step;
}

CompressionStep compressionStepFrom(const CheckedJson& json)
{
    const std::string method = json["method"].text();
    if (method == "distill")
        return distillationFrom(json);
    if (method == "prune")
        return pruningFrom(json);
    if (method == "qat")
        return qatFrom(json);
    if (method == "codebook")
        return codebookFrom(json);
    if (method != "ptq")
        json["method"].reportRange();
    return quantizationFrom(json);
}

}

Json toJson(const Recipe& recipe)
{
    Json steps = Json::array();
    for (const CompressionStep& step : recipe.steps) {
        Json json = std::visit([](const auto& options) { return stepJson(options); }, step);
        json["method"] = nameText(methodName(step));
        steps.push_back(std::move(json));
    }
    return steps;
}

Recipe recipeFrom(const CheckedJson& json)
{
    Recipe recipe;
    for (const CheckedJson& step : json.items())
        recipe.steps.push_back(compressionStepFrom(step));
    if (!json.report().any() && !checkRecipe(recipe))
        json.reportRange();
    return recipe;
}

}

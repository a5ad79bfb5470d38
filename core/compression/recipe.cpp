#include "compression/recipe.h"

#include "compression/packed_weights.h"
#include "compression/weight_grid.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

std::string bitsName(int bits)
{
    return bits == 2 ? "ternary" : "int" + std::to_string(bits);
}

std::string nameOf(const DistillationOptions&)
{
    return "distill";
}
std::string nameOf(const PruningOptions& options)
{
    const std::string share = std::to_string(std::lround(100 * options.share));
    return options.pruning == Pruning::Weights ? "prune-" + share : "prune-neurons-" + share;
}
std::string nameOf(const QatOptions& options)
{
    return "qat-" + bitsName(options.bits);
}
/// Of a name that has no room for more than 64 characters, whatever comes before.
std::string centresPart(CentreMethod method)
{
    if (method == CentreMethod::KMeans)
        return {}; // as is usual
    return method == CentreMethod::AffinityPropagation ? "affinity-" : std::string(centreMethodName(method)) + '-';
}
std::string nameOf(const CodebookOptions& options)
{
    return "codebook-" + centresPart(options.method) + std::to_string(options.size);
}
std::string nameOf(const QuantizationOptions& options)
{
    return "ptq-" + (options.layerBits.empty() ? bitsName(options.bits) : std::string("mixed"));
}

template<class Step>
bool is(const CompressionStep& step)
{
    return std::holds_alternative<Step>(step);
}

/// A number for the place of a step among others; equal ones exclude each other.
int rank(const CompressionStep& step)
{
    return is<DistillationOptions>(step) ? 0
           : is<PruningOptions>(step)    ? 1
           : is<QatOptions>(step)        ? 2
                                         : 3; // what ends it
}

Message wrongOrder()
{
    return message("compression.recipe-order",
                   BROTO_TEXT("core",
                              "Steps of a compression follow in this order, each at most once: distill, prune, qat, "
                              "and at the end codebook or ptq. After qat there can be a codebook, but no ptq."));
}

Message wrongBits()
{
    return message("compression.bits",
                   BROTO_TEXT("core",
                              "A weight can have 2 to 8 bits. Give one number for all layers, or one for each of "
                              "them."));
}

bool bitsFit(int bits)
{
    return bits >= leastWeightBits && bits <= mostWeightBits;
}

Result<void> check(const DistillationOptions& options)
{
    return checkDistillation(options);
}
Result<void> check(const PruningOptions& options)
{
    return checkPruning(options);
}
Result<void> check(const QatOptions& options)
{
    return bitsFit(options.bits) ? Result<void>() : wrongBits();
}
Result<void> check(const QuantizationOptions& options)
{
    if (!bitsFit(options.bits) || !std::all_of(options.layerBits.begin(), options.layerBits.end(), bitsFit))
        return wrongBits();
    if (options.calibrationRows >= 0)
        return {};
    return message("compression.calibration-rows",
                   BROTO_TEXT("core", "Ranges cannot be found on %1 rows. Give a number of rows, or 0 for all."),
                   options.calibrationRows);
}

bool isAbove0(double number)
{
    return number > 0 && std::isfinite(number);
}

bool centresFit(const CentreOptions& options)
{
    const AffinityOptions& affinity = options.affinityPropagation;
    const DbStreamOptions& stream = options.dbStream;
    return isAbove0(options.autoCloud.threshold) && options.meanShift.bandwidth >= 0 &&
           std::isfinite(options.meanShift.bandwidth) && affinity.damping >= 0.5 && affinity.damping < 1 &&
           isAbove0(affinity.preference) && affinity.mostRounds >= 1 && isAbove0(stream.radius) &&
           stream.keptPerValue > 0 && stream.keptPerValue <= 1 && stream.minimumShare >= 0 &&
           stream.minimumShare <= 1 && stream.intersection >= 0 && stream.intersection <= 1 &&
           stream.valuesBetweenCleanings >= 1;
}

Result<void> check(const CodebookOptions& options)
{
    if (std::find(std::begin(codebookSizes), std::end(codebookSizes), options.size) == std::end(codebookSizes))
        return message("compression.codebook-size", BROTO_TEXT("core", "A codebook has 4, 16 or 256 entries, not %1."),
                       options.size);
    if (!centresFit(options.centres))
        return message("compression.centres",
                       BROTO_TEXT("core", "A number for the centres of a codebook is out of bounds: thresholds, "
                                          "preferences and radii are above 0, damping is from 0.5 to below 1, and "
                                          "shares are from 0 to 1."));
    return {};
}

Result<void> checkExtra(const ExtraTraining& extra)
{
    if (extra.epochs >= 0 && extra.epochs <= mostEpochs && extra.learningRate >= 0 && extra.learningRate <= 10)
        return {};
    return message(
        "compression.extra-training",
        BROTO_TEXT("core", "Extra training has at most %1 epochs (now %2) and a learning rate up to 10 (now %3)."),
        mostEpochs, extra.epochs, extra.learningRate);
}

const ExtraTraining* extraOf(const CompressionStep& step)
{
    if (const auto* pruning = std::get_if<PruningOptions>(&step))
        return &pruning->extra;
    if (const auto* qat = std::get_if<QatOptions>(&step))
        return &qat->extra;
    const auto* codebook = std::get_if<CodebookOptions>(&step);
    return codebook ? &codebook->extra : nullptr;
}

int epochsOf(const CompressionStep& step, const TrainingSettings& before)
{
    if (const auto* pruning = std::get_if<PruningOptions>(&step))
        return pruningSettings(*pruning, before).epochs;
    if (const auto* qat = std::get_if<QatOptions>(&step))
        return qatSettings(*qat, before).epochs;
    const auto* codebook = std::get_if<CodebookOptions>(&step);
    return codebook ? codebookSettings(*codebook, before).epochs : 0;
}

}

std::string_view methodName(const CompressionStep& step)
{
    constexpr std::string_view names[] = {"distill", "prune", "qat", "codebook", "ptq"};
    return names[step.index()];
}

std::string recipeName(const Recipe& recipe)
{
    std::string name;
    for (const CompressionStep& step : recipe.steps)
        name += (name.empty() ? "" : "-") + std::visit([](const auto& options) { return nameOf(options); }, step);
    return name.empty() ? "ptq-int8" : name;
}

Result<void> checkRecipe(const Recipe& recipe)
{
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        const CompressionStep& step = recipe.steps[i];
        if (i > 0 && rank(recipe.steps[i - 1]) >= rank(step))
            return wrongOrder();
        if (i > 0 && is<QatOptions>(recipe.steps[i - 1]) && is<QuantizationOptions>(step))
            return wrongOrder();
        Result<void> checked = std::visit([](const auto& options) { return check(options); }, step);
        if (const ExtraTraining* extra = extraOf(step); checked && extra)
            checked = checkExtra(*extra);
        if (!checked)
            return checked;
    }
    return {};
}

bool roundsOnly(const Recipe& recipe)
{
    return std::ranges::all_of(recipe.steps, is<QuantizationOptions>);
}

int bitsOf(const Recipe& recipe)
{
    if (recipe.steps.empty())
        return 8;
    const CompressionStep& last = recipe.steps.back();
    if (const auto* qat = std::get_if<QatOptions>(&last))
        return qat->bits;
    if (const auto* ptq = std::get_if<QuantizationOptions>(&last))
        return ptq->bits;
    const auto* codebook = std::get_if<CodebookOptions>(&last);
    return codebook ? indexBits(codebook->size) : 8;
}

int extraEpochs(const Recipe& recipe, const TrainingSettings& before)
{
    int epochs = 0;
    for (const CompressionStep& step : recipe.steps)
        epochs += epochsOf(step, before);
    return epochs;
}

}

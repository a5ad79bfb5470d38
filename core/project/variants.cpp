#include "project/variants.h"

#include "boards/board.h"
#include "common/cancelled.h"
#include "common/version.h"
#include "compression/bit_assignment.h"
#include "compression/compress.h"
#include "compression/model_frame.h"
#include "compression/predictor.h"
#include "compression/sensitivity.h"
#include "export/cost_estimate.h"
#include "project/model_json.h"
#include "project/stage.h"
#include "project/unknown_fields.h"

#include <algorithm>

namespace broto {

namespace {

const std::string floatName = "float";

Message staleResult()
{
    return message("project.stale-training",
                   BROTO_TEXT("core", "The data or the network have changed since the training: train again first."));
}

Message unusableName(std::string_view name)
{
    return message("project.variant-name",
                   BROTO_TEXT("core", "“%1” cannot be the name of a variant: use letters, digits, “-”, “_” and “.”, "
                                      "at most 64 of them, and no “.” at the start."),
                   name);
}

std::shared_ptr<const Variant> measured(Variant variant, const Dataset& data, const RunControl& control)
{
    variant.validation = evaluate(variant.model, data.validation, control);
    variant.test = evaluate(variant.model, data.test, control);
    return std::make_shared<const Variant>(std::move(variant));
}

std::shared_ptr<const Variant> floatVariant(const TrainedNetwork& trained, const Dataset& data,
                                            const RunControl& control)
{
    Variant variant;
    variant.model = floatModel(trained, data, programVersion);
    return measured(std::move(variant), data, control);
}

Message nameOfFloat()
{
    return message("project.variant-float",
                   BROTO_TEXT("core", "The variant “float” is the network itself. Choose another name."));
}

Message tooLittleFlash(std::int64_t budget, std::int64_t least, const Board& board)
{
    return message("project.too-little-flash",
                   BROTO_TEXT("core",
                              "No bits are few enough for %1 bytes of flash: on %2 this network takes at least %3. "
                              "Allow more, or take a smaller network."),
                   budget, board.name, least);
}

/// What a model takes whose layers have so many bits; which weights they are does not matter to that.
double flashWith(DeployableModel& model, const std::vector<int>& layerBits, const Board& board)
{
    for (std::size_t l = 0; l < model.layers.size(); ++l)
        std::get<IntegerLayer>(model.layers[l]).storage = storageOf(layerBits[l]);
    return static_cast<double>(estimateCost(model, board).flashBytes);
}

/// A variant takes the place of the one with its name.
void put(std::shared_ptr<const Variant> variant, Project& project)
{
    const std::string& name = variant->model.name;
    forgetUnknown(project.unknown, {"variants", name});
    const auto same = std::find_if(project.variants.begin(), project.variants.end(),
                                   [&](const auto& other) { return other->model.name == name; });
    if (same == project.variants.end())
        project.variants.push_back(std::move(variant));
    else
        *same = std::move(variant);
}

std::string namesOf(const std::vector<std::shared_ptr<const Variant>>& variants)
{
    std::string names;
    for (const std::shared_ptr<const Variant>& variant : variants)
        names += (names.empty() ? "" : ", ") + variant->model.name;
    return names;
}

}

bool belongsTo(const TrainedNetwork& trained, const Dataset& data)
{
    const NetworkShape shape = shapeOf(trained.network);
    return trained.dataFingerprint == data.fingerprint && !shape.empty() && shape.front().inputs == data.inputs() &&
           shape.back().outputs == data.outputs();
}

bool answersRowsOf(const DeployableModel& model, const Dataset& data)
{
    return model.preprocessing.features.size() == static_cast<std::size_t>(data.test.raw.cols()) &&
           model.decoding.target.task == data.target.task &&
           model.decoding.target.classes.size() == data.target.classes.size();
}

std::string variantName(const CompressionRequest& request)
{
    return request.name.empty() ? recipeName(request.recipe) : request.name;
}

Result<Project> compressed(const Project& project, const Dataset& data, const CompressionRequest& request,
                           const RunControl& control, const CompressionObserver& observer)
{
    if (!project.trained || !belongsTo(*project.trained, data))
        return staleResult();
    const std::string name = variantName(request);
    if (name == floatName)
        return nameOfFloat();
    if (!usableVariantName(name))
        return unusableName(name);
    Result<Compressed> made = compress(*project.trained, data, request.recipe, programVersion, control, observer);
    if (!made)
        return made.error();

    Project after = project;
    if (after.variants.empty())
        after.variants.push_back(floatVariant(*project.trained, data, control));
    Variant variant;
    variant.recipe = request.recipe.steps.empty() ? Recipe{{QuantizationOptions{}}} : request.recipe;
    variant.model = std::move(made->model);
    variant.model.name = name;
    variant.extraEpochs = made->extraEpochs;
    if (made->control)
        variant.control = ControlMetrics{made->control->validation, made->control->test};
    std::shared_ptr<const Variant> finished = measured(std::move(variant), data, control);
    put(std::move(finished), after);
    if (control.cancelled())
        return cancelledByUser();
    return after;
}

Result<Recipe> mixedRecipe(const Project& project, const Dataset& data, std::int64_t flashBytes,
                           const RunControl& control)
{
    if (!project.trained || !belongsTo(*project.trained, data))
        return staleResult();
    const Network& network = project.trained->network;
    const Result<Sensitivity> sensitivity = layerSensitivity(network, data, control);
    if (!sensitivity)
        return sensitivity.error();
    Result<QuantizedNetwork> quantized = quantizedNetwork(network, data, {});
    if (!quantized)
        return quantized.error();
    Result<DeployableModel> model = unmeasuredModelOf(
        std::move(*quantized), modelFrame("mixed", Arithmetic::Int8, *project.trained, data, programVersion));
    if (!model)
        return model.error();
    const Result<Board> board = findBoard(project.board);
    if (!board)
        return board.error();
    const BitAssignment bits = assignedBits(
        *sensitivity, [&](const std::vector<int>& layerBits) { return flashWith(*model, layerBits, *board); },
        static_cast<double>(flashBytes));
    if (!bits.withinBudget)
        return tooLittleFlash(flashBytes, static_cast<std::int64_t>(bits.cost), *board);
    return Recipe{{mixedOptions(bits.layerBits)}};
}

Result<std::shared_ptr<const Variant>> findVariant(const Project& project, std::string_view name)
{
    for (const std::shared_ptr<const Variant>& variant : project.variants)
        if (variant->model.name == name)
            return variant;
    if (project.variants.empty())
        return *reasonFor(Stage::Export, project);
    return message("project.no-such-variant", BROTO_TEXT("core", "There is no variant “%1”. There are: %2."), name,
                   namesOf(project.variants));
}

Project withVariantOf(const Project& result, std::string_view name, Project project)
{
    const auto made = findVariant(result, name);
    if (!made || result.trained != project.trained)
        return project;
    if (project.variants.empty())
        project.variants.push_back(result.variants.front()); // the float network
    put(*made, project);
    return project;
}

Project withoutVariant(Project project, std::string_view name)
{
    std::erase_if(project.variants,
                  [&](const auto& variant) { return variant->model.name == name && variant->model.name != floatName; });
    return project;
}

Project withVariant(Project project, std::shared_ptr<const Variant> variant, std::size_t place,
                    const std::shared_ptr<const TrainedNetwork>& run)
{
    const bool nameTaken = std::any_of(project.variants.begin(), project.variants.end(),
                                       [&](const auto& other) { return other->model.name == variant->model.name; });
    if (project.trained != run || nameTaken)
        return project;
    const auto at = project.variants.begin() + static_cast<std::ptrdiff_t>(std::min(place, project.variants.size()));
    project.variants.insert(at, std::move(variant));
    return project;
}

Result<Project> withVariantsOfRun(Project project, const Dataset& data, const RunControl& control)
{
    project.variants = {floatVariant(*project.trained, data, control)};
    forgetUnknown(project.unknown, {"variants"});
    if (control.cancelled())
        return cancelledByUser();
    Result<Project> quantized = compressed(project, data, {}, control);
    // A network that cannot be quantized is still a result; asking for the compression again tells why it cannot.
    return quantized || control.cancelled() ? std::move(quantized) : Result<Project>(std::move(project));
}

}

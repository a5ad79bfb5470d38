#include "project/imported_model.h"

#include "compression/golden_rows.h"
#include "compression/predictor.h"
#include "import/model_order.h"
#include "project/kept_runs.h"
#include "project/variants.h"
#include "project/workflow.h"

#include <algorithm>
#include <numeric>

namespace broto {

namespace {

using Order = std::vector<std::size_t>;

std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > most ? text + ", …" : text;
}

std::vector<std::string> namesOf(const std::vector<Feature>& features)
{
    std::vector<std::string> names;
    for (const Feature& feature : features)
        names.push_back(feature.name);
    return names;
}

Message otherFeatures(const std::vector<std::string>& model, const std::vector<std::string>& data)
{
    return message("import.other-features",
                   BROTO_TEXT("core",
                              "The model takes %1 features (%2), the data have %3 (%4). Choose the columns that "
                              "the model was made for."),
                   model.size(), listed(model), data.size(), listed(data));
}

Message otherClasses(const std::vector<std::string>& model, const std::vector<std::string>& data)
{
    return message("import.other-classes",
                   BROTO_TEXT("core", "The model knows %1 classes (%2), the data have %3 (%4). Choose the target that "
                                      "the model was made for."),
                   model.size(), listed(model), data.size(), listed(data));
}

Message otherTask()
{
    return message("import.other-task",
                   BROTO_TEXT("core",
                              "The model and the target are not of one kind: one has classes, the other numbers. "
                              "Choose the target that the model was made for."));
}

Message tooLargeToTrain()
{
    return message("import.too-large-to-train",
                   BROTO_TEXT("core", "The network has more layers or neurons than can be trained here (%1 hidden "
                                      "layers of %2). Import it without data."),
                   mostLayers, mostUnits);
}

Order counted(std::size_t count)
{
    Order order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    return order;
}

/// For each of the wanted names its place among the others; nothing where one is not there.
std::optional<Order> orderOf(const std::vector<std::string>& wanted, const std::vector<std::string>& there)
{
    Order order;
    for (const std::string& name : wanted) {
        const auto found = std::find(there.begin(), there.end(), name);
        if (found == there.end())
            return std::nullopt;
        order.push_back(static_cast<std::size_t>(found - there.begin()));
    }
    return order;
}

/// The model with features and classes as the data have them.
Result<DeployableModel> fitted(DeployableModel model, const Dataset& data, const std::vector<std::string>& classes)
{
    const std::vector<Feature>& wanted = data.preprocessing.features;
    const std::vector<Feature>& own = model.preprocessing.features;
    const std::vector<std::string> ownNames = namesOf(own), wantedNames = namesOf(wanted);
    if (own.size() != wanted.size())
        return otherFeatures(ownNames, wantedNames);
    const bool named = !knownFeatures(model).empty();
    const std::optional<Order> features = named ? orderOf(wantedNames, ownNames) : counted(own.size());
    if (!features)
        return otherFeatures(ownNames, wantedNames);
    for (std::size_t f = 0; f < wanted.size(); ++f)
        if (own[(*features)[f]].categories != wanted[f].categories)
            return otherFeatures(ownNames, wantedNames);

    Target& target = model.decoding.target;
    if (target.task != data.target.task)
        return otherTask();
    if (!classes.empty() && classes.size() == target.classes.size())
        target.classes = classes;
    std::optional<Order> order = orderOf(data.target.classes, target.classes);
    if (!order && classes.empty() && !named)
        order = counted(target.classes.size());
    if (!order || data.target.classes.size() != target.classes.size())
        return otherClasses(classes.empty() ? target.classes : classes, data.target.classes);

    DeployableModel result = reordered(model, *features, *order);
    for (std::size_t f = 0; f < wanted.size(); ++f) {
        result.preprocessing.features[f].name = wanted[f].name;
        result.preprocessing.features[f].unit = wanted[f].unit;
    }
    result.decoding.target.name = data.target.name;
    result.decoding.target.unit = data.target.unit;
    result.decoding.target.classes = data.target.classes;
    return result;
}

std::optional<NetworkDesign> designOf(const Network& network)
{
    NetworkDesign design{{}};
    for (std::size_t l = 0; l + 1 < network.layers.size(); ++l)
        design.hidden.push_back(
            {static_cast<int>(network.layers[l].weights.rows()), network.layers[l].activation, 0, false});
    const bool small = static_cast<int>(design.hidden.size()) <= mostLayers &&
                       std::all_of(design.hidden.begin(), design.hidden.end(),
                                   [](const HiddenLayer& layer) { return layer.units <= mostUnits; });
    return small ? std::optional(design) : std::nullopt;
}

std::shared_ptr<const Variant> integerVariant(DeployableModel model, const Dataset& data, const RunControl& control)
{
    Variant variant;
    variant.recipe = Recipe{{QuantizationOptions{}}};
    model.goldenRows = goldenRows(data);
    model.provenance.dataFingerprint = data.fingerprint;
    variant.validation = evaluate(model, data.validation, control);
    variant.test = evaluate(model, data.test, control);
    model.provenance.testMetric = variant.test.headline;
    variant.model = std::move(model);
    return std::make_shared<const Variant>(std::move(variant));
}

std::shared_ptr<const Variant> unmeasured(DeployableModel model)
{
    Variant variant;
    variant.validation = variant.test = noMetrics();
    if (model.arithmetic == Arithmetic::Int8)
        variant.recipe = Recipe{{QuantizationOptions{}}};
    variant.model = std::move(model);
    return std::make_shared<const Variant>(std::move(variant));
}

}

std::vector<std::string> knownFeatures(const DeployableModel& model)
{
    std::vector<std::string> names = namesOf(model.preprocessing.features);
    for (std::size_t f = 0; f < names.size(); ++f)
        if (names[f] != "feature " + std::to_string(f + 1))
            return names;
    return {};
}

const DeployableModel* modelWithoutRows(const Project& project)
{
    return project.source || project.variants.empty() ? nullptr : &project.variants.back()->model;
}

Result<void> chooseColumnsFor(const DeployableModel& model, const Table& table, std::string_view target,
                              DataChoices& choices)
{
    const std::string& own = model.decoding.target.name;
    const bool has = std::any_of(table.columns.begin(), table.columns.end(),
                                 [&own](const Column& column) { return column.name == own; });
    if (!target.empty() || has)
        if (const Result<void> chosen = chooseTarget(choices, table, target.empty() ? own : target); !chosen)
            return chosen;
    if (const std::vector<std::string> features = knownFeatures(model); !features.empty())
        if (const Result<void> chosen = chooseFeatures(choices, table, features); !chosen)
            return chosen;
    choices.task = model.decoding.target.task;
    return {};
}

Result<Project> withModelOfRows(Project project, DeployableModel model, const RunControl& control)
{
    if (const Result<void> chosen = chooseColumnsFor(model, *project.source->table, {}, project.data); !chosen)
        return chosen.error();
    const Result<Dataset> data = datasetOf(project, control);
    if (!data)
        return data.error();
    return withImportedModel(project, *data, std::move(model), {}, control);
}

Project projectWithModel(DeployableModel model)
{
    Project project;
    project.variants.push_back(unmeasured(asFloat(model)));
    if (model.arithmetic == Arithmetic::Int8)
        project.variants.push_back(unmeasured(std::move(model)));
    return project;
}

Result<Project> withImportedModel(const Project& project, const Dataset& data, DeployableModel model,
                                  const std::vector<std::string>& classes, const RunControl& control)
{
    Result<DeployableModel> own = fitted(std::move(model), data, classes);
    if (!own)
        return own.error();
    TrainedNetwork run;
    run.network = networkBehind(asFloat(*own), data.preprocessing, data.target);
    const std::optional<NetworkDesign> design = designOf(run.network);
    if (!design)
        return tooLargeToTrain();
    run.design = *design;
    run.dataFingerprint = data.fingerprint;
    run.training = evaluate(run.network, data, data.training);
    run.validation = evaluate(run.network, data, data.validation);
    run.test = evaluate(run.network, data, data.test);
    Project after = project;
    after.design = run.design;
    after.training = run.settings;
    Result<Project> made = withVariantsOfRun(
        withFinishedRun(std::move(after), std::make_shared<const TrainedNetwork>(std::move(run))), data, control);
    if (made && own->arithmetic == Arithmetic::Int8)
        made->variants.push_back(integerVariant(std::move(*own), data, control));
    return made;
}

}

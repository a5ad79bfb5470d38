#include "exported_models.h"

#include "support/model_fixtures.h"
#include "support/window_fixtures.h"

namespace broto {

namespace {

constexpr int hostileRows = 40;
constexpr int usualRows = 12;
constexpr std::string_view madeBy = "1.2.3";

std::vector<std::vector<float>> rowsFor(const DeployableModel& model, const Dataset* data, std::uint64_t seed)
{
    std::vector<std::vector<float>> rows;
    for (Eigen::Index row = 0; data && row < usualRows; ++row) {
        const auto values = data->test.raw.row(row);
        rows.emplace_back(values.data(), values.data() + values.size());
    }
    Random random(seed);
    for (int i = 0; i < hostileRows && model.arithmetic == Arithmetic::Int8; ++i)
        rows.push_back(hostileRow(model, random));
    return rows;
}

/// From a data set with numbers, a category and missing values.
ExportedModel trained(std::string title, Task task, Arithmetic arithmetic, const NetworkDesign& design,
                      std::uint64_t seed)
{
    const Dataset data = fixtureDataset(task, seed);
    const TrainedNetwork network = fixtureTraining(data, design, seed);
    DeployableModel model = arithmetic == Arithmetic::Int8 ? std::move(quantize(network, data, {}, madeBy)).value()
                                                           : floatModel(network, data, madeBy);
    std::vector<std::vector<float>> rows = rowsFor(model, &data, seed);
    return {std::move(title), std::move(model), std::move(rows)};
}

/// From windows of readings, with every feature.
ExportedModel windowed(std::string title, Arithmetic arithmetic, bool missing, std::uint64_t seed)
{
    constexpr int readings = 400;
    const Dataset data = windowDataset(missing);
    const TrainedNetwork network = fixtureTraining(data, {{{8, Activation::Relu}}}, seed);
    DeployableModel model = arithmetic == Arithmetic::Int8 ? std::move(quantize(network, data, {}, madeBy)).value()
                                                           : floatModel(network, data, madeBy);
    return {std::move(title), std::move(model), {}, readings};
}

ExportedModel wild(std::string title, Task task, std::uint64_t seed, std::optional<Storage> storage = {})
{
    DeployableModel model = wildIntegerModel(task, seed, storage);
    std::vector<std::vector<float>> rows = rowsFor(model, nullptr, seed);
    return {std::move(title), std::move(model), std::move(rows)};
}

ExportedModel withHostileNames(ExportedModel exported)
{
    exported.title = "hostile names";
    std::vector<Feature>& features = exported.model.preprocessing.features;
    features[0].name = "a\nint injected = 1; //";
    features[0].unit = "back\\";
    features[1].name = "?\?/";
    features[1].unit = "\"quoted\" ?\?= */ /*";
    features[2].name = "\u202egnp.exe";
    features[3].name = "温度 \xff";
    features[3].categories = {"ação", "", "acao"};
    exported.model.decoding.target.name = "class\\";
    exported.model.decoding.target.classes = {"int", "int", "%1 %s ' ?\?/"};
    return exported;
}

std::vector<ExportedModel> made()
{
    const auto classification = Task::Classification;
    const auto regression = Task::Regression;
    const NetworkDesign relu{{{16, Activation::Relu}, {8, Activation::Relu}}};
    const NetworkDesign smooth{{{9, Activation::Tanh}, {7, Activation::Sigmoid}, {5, Activation::Linear}}};
    const NetworkDesign tables{{{8, Activation::LeakyRelu},
                                {8, Activation::Elu},
                                {8, Activation::Softplus},
                                {8, Activation::Swish},
                                {8, Activation::HardSigmoid},
                                {8, Activation::HardSwish}}};
    const NetworkDesign none{{}};
    std::vector<ExportedModel> models = {
        trained("int8 relu classification", classification, Arithmetic::Int8, relu, 1),
        trained("int8 smooth classification", classification, Arithmetic::Int8, smooth, 2),
        trained("int8 regression", regression, Arithmetic::Int8, relu, 3),
        trained("int8 tables, classification", classification, Arithmetic::Int8, tables, 9),
        trained("int8 tables, regression", regression, Arithmetic::Int8, tables, 10),
        trained("int8 linear classification", classification, Arithmetic::Int8, none, 4),
        trained("int8 linear regression", regression, Arithmetic::Int8, none, 5),
        trained("float classification", classification, Arithmetic::Float32, smooth, 6),
        trained("float regression", regression, Arithmetic::Float32, relu, 7),
        trained("float, every activation", regression, Arithmetic::Float32, tables, 14),
        trained("float linear regression", regression, Arithmetic::Float32, none, 8),
    };
    for (const std::uint64_t seed : {11u, 12u}) {
        models.push_back(wild("mixed extremes, classification " + std::to_string(seed), classification, seed));
        models.push_back(wild("mixed extremes, regression " + std::to_string(seed), regression, seed));
    }
    for (const Storage storage : allStorages) // the mixed ones have them in both tasks
        models.push_back(wild(std::string(storageName(storage)) + " extremes",
                              storage == Storage::Sparse ? regression : classification, 14, storage));
    models.push_back(withHostileNames(models[1]));
    models.push_back(windowed("int8 windows", Arithmetic::Int8, false, 21));
    models.push_back(windowed("int8 windows, filled in", Arithmetic::Int8, true, 22));
    models.push_back(windowed("float windows", Arithmetic::Float32, false, 23));
    return models;
}

}

const std::vector<ExportedModel>& exportedModels()
{
    static const std::vector<ExportedModel> models = made();
    return models;
}

}

#include "support/model_fixtures.h"

#include "support/draws.h"
#include "support/wild_layers.h"

#include <bit>
#include <cmath>

namespace broto {

namespace {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();

void appendRow(DataPart& part, Random& random, const Target& target)
{
    const auto row = static_cast<Eigen::Index>(part.rows());
    const float temperature = 20 + 4 * static_cast<float>(random.normal());
    const float pressure = 1e5f + 900 * static_cast<float>(random.normal());
    const float ratio = random.below(12) == 0 ? missing : 0.01f + 0.002f * static_cast<float>(random.normal());
    part.tableRows.push_back(part.rows());
    part.raw.conservativeResize(row + 1, 4);
    part.raw.row(row) << temperature, pressure, ratio, static_cast<float>(random.below(3));
    if (target.task == Task::Classification) {
        part.labels.push_back(temperature > 22 ? 2 : temperature > 18 ? 1 : 0);
    } else {
        part.values.conservativeResize(row + 1);
        part.values(row) = 250 + 6 * (temperature - 20) + 0.01f * (pressure - 1e5f);
    }
}

void appendWildNumber(DeployableModel& model, Random& random, FillMissing& fill, Scale& scale)
{
    runtime::InputFeature input{};
    input.exponent = static_cast<std::int8_t>(between(random, -100, 124));
    const std::uint32_t kind = random.below(3);
    const std::int32_t limit = (1 << 29) - 1;
    input.centre = kind == 0 ? between(random, -limit, limit) : between(random, -20000, 20000);
    input.lowest = between(random, -(1 << 30), 1 << 30);
    input.highest = between(random, input.lowest, 1 << 30);
    input.factor = static_cast<std::int16_t>(random.below(4) == 0 ? 32767 : between(random, -32767, 32767));
    const bool refuses = random.below(4) == 0;
    input.fill = static_cast<std::int16_t>(refuses ? runtime::refuseMissing : between(random, -127, 127));
    model.integerInputs.push_back(input);
    model.preprocessing.features.push_back({"number", "V", {}, -1, 1});
    fill.values.push_back(refuses ? missing : 0);
    scale.centre.push_back(0);
    scale.factor.push_back(1);
}

void appendWildCategory(DeployableModel& model, Random& random, FillMissing& fill, Scale& scale)
{
    const std::int32_t count = between(random, 1, 5);
    runtime::InputFeature input{};
    input.categories = static_cast<std::uint8_t>(count);
    input.factor = static_cast<std::int16_t>(between(random, 1, 127));
    const bool refuses = random.below(4) == 0;
    input.fill = static_cast<std::int16_t>(refuses ? runtime::refuseMissing : between(random, 0, count));
    model.integerInputs.push_back(input);
    Feature feature{"category", "", {}, 0, 0};
    for (std::int32_t c = 0; c < count; ++c)
        feature.categories.push_back(std::string(1, static_cast<char>('a' + c)));
    model.preprocessing.features.push_back(feature);
    fill.values.push_back(refuses ? missing : input.fill);
    scale.centre.insert(scale.centre.end(), feature.categories.size(), 0.0f);
    scale.factor.insert(scale.factor.end(), feature.categories.size(), 1.0f);
}

int appendWildInputs(DeployableModel& model, Random& random)
{
    FillMissing fill;
    Scale scale;
    for (std::int32_t left = between(random, 1, 8); left > 0; --left) {
        if (random.below(3) == 0)
            appendWildCategory(model, random, fill, scale);
        else
            appendWildNumber(model, random, fill, scale);
    }
    model.preprocessing.steps = {fill, OneHot{}, scale};
    return static_cast<int>(scale.centre.size());
}

}

Dataset fixtureDataset(Task task, std::uint64_t seed, int rows)
{
    Dataset data;
    data.fingerprint = seed;
    data.target.task = task;
    data.target.name = "target";
    if (task == Task::Classification) {
        data.target.classes = {"low", "middle", "high"};
    } else {
        data.target.unit = "g/s";
        data.target.centre = 250;
        data.target.deviation = 26;
    }
    Random random(seed);
    for (int row = 0; row < rows; ++row)
        appendRow(row % 10 < 7 ? data.training : row % 10 < 8 ? data.validation : data.test, random, data.target);

    data.preprocessing.features = {{"temperature", "°C", {}, 0, 0},
                                   {"pressure", "Pa", {}, 0, 0},
                                   {"ratio", "", {}, 0, 0},
                                   {"place", "", {"cellar", "hall", "roof"}, 0, 0}};
    for (Eigen::Index f = 0; f < 3; ++f) {
        Feature& feature = data.preprocessing.features[static_cast<std::size_t>(f)];
        feature.lowest = data.training.raw.col(f).minCoeff<Eigen::PropagateNumbers>();
        feature.highest = data.training.raw.col(f).maxCoeff<Eigen::PropagateNumbers>();
    }
    data.preprocessing.steps = {FillMissing{{20, 1e5f, 0.01f, missing}}, OneHot{},
                                Scale{{20, 1e5f, 0.01f, 0, 0, 0}, {0.25f, 1 / 900.0f, 500, 1, 1, 1}}};
    for (DataPart* part : {&data.training, &data.validation, &data.test})
        part->inputs = encoded(data.preprocessing, part->raw);
    return data;
}

TrainedNetwork fixtureTraining(const Dataset& data, const NetworkDesign& design, std::uint64_t seed)
{
    TrainedNetwork trained;
    trained.design = design;
    trained.settings.seed = seed;
    trained.dataFingerprint = data.fingerprint;
    Random random(seed);
    for (const LayerShape& shape : shapeOf(design, data.inputs(), data.outputs())) {
        DenseLayer layer{Matrix(shape.outputs, shape.inputs), Vector(shape.outputs), shape.activation};
        const double size = std::sqrt(2.0 / shape.inputs);
        for (float& weight : layer.weights.reshaped())
            weight = static_cast<float>(size * random.normal());
        for (float& bias : layer.bias)
            bias = static_cast<float>(0.2 * random.normal());
        trained.network.layers.push_back(layer);
    }
    return trained;
}

DeployableModel wildIntegerModel(Task task, std::uint64_t seed, std::optional<Storage> storage)
{
    Random random(seed);
    DeployableModel model;
    model.name = "wild";
    model.arithmetic = Arithmetic::Int8;
    model.decoding.target.task = task;
    int inputs = appendWildInputs(model, random);
    for (std::uint32_t hidden = random.below(4); hidden > 0; --hidden) {
        const int outputs = between(random, 1, 20);
        model.layers.push_back(
            wildLayer(random, storage, inputs, outputs, allActivations[random.below(std::size(allActivations))]));
        inputs = outputs;
    }
    IntegerLayer output = wildLayer(random, storage, inputs, task == Task::Classification ? between(random, 2, 6) : 1,
                                    Activation::Linear);
    decodeWildly(model.decoding, random, output);
    model.layers.push_back(output);
    return model;
}

std::vector<float> hostileRow(const DeployableModel& model, Random& random)
{
    std::vector<float> row;
    for (const runtime::InputFeature& input : model.integerInputs) {
        const float step = std::ldexp(1.0f, -input.exponent);
        const float infinity = std::numeric_limits<float>::infinity();
        const float around =
            (static_cast<float>(input.centre) + static_cast<float>(between(random, -40000, 40000))) * step;
        const float index = static_cast<float>(between(random, -2, input.categories + 1));
        const float choices[] = {missing,
                                 random.below(2) ? infinity : -infinity,
                                 std::bit_cast<float>(random.below(1u << 23) | random.below(2) << 31), // subnormal
                                 random.below(2) ? std::numeric_limits<float>::max() : -0.0f,
                                 around + 0.5f * step, // a tie, where the float holds it
                                 static_cast<float>(input.lowest) * step,
                                 std::bit_cast<float>(random.next()), // anything, another NaN too
                                 index + 0.5f};
        const std::uint32_t kind = random.below(24);
        row.push_back(kind < std::size(choices) ? choices[kind] : input.categories ? index : around);
    }
    return row;
}

}

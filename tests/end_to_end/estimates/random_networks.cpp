#include "random_networks.h"

#include "compression/compress.h"
#include "support/draws.h"
#include "support/model_fixtures.h"

#include <cmath>

namespace broto {

namespace {

constexpr int mostOfASize = 128;
constexpr std::size_t trainingRows = 200;

/// Each doubling as likely as any other.
int size(Random& random, int least)
{
    const float exponent = random.uniform(std::log2(static_cast<float>(least)), std::log2(mostOfASize + 1.0f));
    return std::min(mostOfASize, static_cast<int>(std::exp2(exponent)));
}

void appendNumber(Dataset& data, Random& random, FillMissing& fill, Scale& scale)
{
    const float deviation = std::exp2(random.uniform(-8, 8)), centre = deviation * random.uniform(-3, 3);
    const std::string name = "x" + std::to_string(data.preprocessing.features.size());
    data.preprocessing.features.push_back({name, "", {}, centre - 3 * deviation, centre + 3 * deviation});
    fill.values.push_back(centre);
    scale.centre.push_back(centre);
    scale.factor.push_back(1 / deviation);
}

void appendCategory(Dataset& data, Random& random, FillMissing& fill, Scale& scale)
{
    Feature feature{"category", "", {}, 0, 0};
    for (int c = between(random, 2, 6); c > 0; --c)
        feature.categories.push_back("c" + std::to_string(c));
    fill.values.push_back(0);
    scale.centre.insert(scale.centre.end(), feature.categories.size(), 0.0f);
    scale.factor.insert(scale.factor.end(), feature.categories.size(), 1.0f);
    data.preprocessing.features.push_back(feature);
}

float drawn(const Feature& feature, Random& random)
{
    if (!feature.categories.empty())
        return static_cast<float>(random.below(static_cast<std::uint32_t>(feature.categories.size())));
    const float middle = (feature.lowest + feature.highest) / 2, deviation = (feature.highest - feature.lowest) / 6;
    return std::clamp(middle + deviation * static_cast<float>(random.normal()), feature.lowest, feature.highest);
}

DataPart drawnRows(const Dataset& data, Random& random)
{
    const std::vector<Feature>& features = data.preprocessing.features;
    DataPart part;
    part.raw.resize(static_cast<Eigen::Index>(trainingRows), static_cast<Eigen::Index>(features.size()));
    for (std::size_t row = 0; row < trainingRows; ++row) {
        part.tableRows.push_back(row);
        for (std::size_t f = 0; f < features.size(); ++f)
            part.raw(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(f)) = drawn(features[f], random);
    }
    part.inputs = encoded(data.preprocessing, part.raw);
    return part;
}

Dataset drawnData(std::uint64_t seed, Random& random)
{
    Dataset data;
    data.fingerprint = seed;
    data.target.name = "target";
    if (random.below(3) == 0)
        data.target.task = Task::Regression;
    else
        for (int c = size(random, 2); c > 0; --c)
            data.target.classes.push_back("class " + std::to_string(c));
    FillMissing fill;
    Scale scale;
    for (int left = size(random, 1); left > 0; --left)
        appendNumber(data, random, fill, scale);
    if (random.below(4) == 0)
        appendCategory(data, random, fill, scale);
    data.preprocessing.steps = {fill, OneHot{}, scale};
    data.training = drawnRows(data, random);
    data.training.labels.assign(trainingRows, 0);
    data.training.values = Vector::Zero(static_cast<Eigen::Index>(trainingRows));
    return data;
}

NetworkDesign drawnDesign(Random& random)
{
    NetworkDesign design{{}};
    for (std::uint32_t left = random.below(5); left > 0; --left) {
        const bool relu = random.below(2) == 0;
        const Activation any = allActivations[random.below(std::size(allActivations))];
        design.hidden.push_back({size(random, 1), relu ? Activation::Relu : any});
    }
    return design;
}

struct Drawn {
    Dataset data;
    TrainedNetwork trained;
};

Drawn drawnNetwork(std::uint64_t seed)
{
    Random random(seed);
    Drawn drawn{drawnData(seed, random), {}};
    drawn.trained = fixtureTraining(drawn.data, drawnDesign(random), seed);
    return drawn;
}

RandomNetwork withRows(DeployableModel model, const Dataset& data)
{
    RandomNetwork network{std::move(model), {}};
    for (std::size_t row = 0; row < rowsAsked; ++row) {
        const auto values = data.training.raw.row(static_cast<Eigen::Index>(row));
        network.rows.emplace_back(values.begin(), values.end());
    }
    return network;
}

}

RandomNetwork largeNetwork(const LargeNetwork& wanted)
{
    RandomNetwork network{largeModel(wanted), {}};
    Random random(static_cast<std::uint64_t>(wanted.kibibytes));
    for (std::size_t row = 0; row < rowsAsked; ++row)
        for (std::vector<float>& values = network.rows.emplace_back();
             values.size() < static_cast<std::size_t>(network.model.features());)
            values.push_back(static_cast<float>(between(random, -127, 127)));
    network.model.goldenRows = network.rows;
    return network;
}

RandomNetwork randomFloatNetwork(std::uint64_t seed)
{
    const Drawn drawn = drawnNetwork(seed);
    return withRows(floatModel(drawn.trained, drawn.data, "1.0"), drawn.data);
}

RandomNetwork randomIntegerNetwork(std::uint64_t seed, int bits)
{
    const Drawn drawn = drawnNetwork(seed);
    const QuantizationOptions options = bits == 8 ? QuantizationOptions{} : usualOptions(bits);
    return withRows(*quantize(drawn.trained, drawn.data, options, "1.0"), drawn.data);
}

}

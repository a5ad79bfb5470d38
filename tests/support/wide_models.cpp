#include "support/wide_models.h"

#include "common/random.h"
#include "support/draws.h"
#include "support/wild_layers.h"

#include <cmath>

namespace broto {

namespace {

constexpr int most = 128;

DeployableModel start(Task task, Arithmetic arithmetic, int inputs, float factor)
{
    DeployableModel model;
    model.name = "wide";
    model.arithmetic = arithmetic;
    model.decoding.target.task = task;
    model.decoding.target.name = "target";
    const auto features = static_cast<std::size_t>(inputs);
    model.preprocessing.steps = {FillMissing{std::vector<float>(features)}, OneHot{},
                                 Scale{std::vector<float>(features), std::vector<float>(features, factor)}};
    for (int i = 0; i < inputs; ++i)
        model.preprocessing.features.push_back({"x" + std::to_string(i), "", {}, -127, 127});
    if (arithmetic == Arithmetic::Int8) // (q * 2^7) * 2^13 / 2^20 is q
        model.integerInputs.assign(features, {0, -127 * 128, 127 * 128, 8192, 0, 7, 0});
    return model;
}

Task taskOf(std::uint64_t seed)
{
    return seed % 3 == 0 ? Task::Regression : Task::Classification;
}

Activation anyActivation(Random& random)
{
    const bool relu = random.below(2) == 0; // else any
    return relu ? Activation::Relu : allActivations[random.below(std::size(allActivations))];
}

/// Weights that keep numbers at about their size from layer to layer.
Float32Layer floatLayer(Random& random, int inputs, int outputs, Activation activation)
{
    Float32Layer layer{inputs, outputs, activation, {}, {}};
    const double size = 1 / std::sqrt(inputs);
    for (int w = 0; w < inputs * outputs; ++w)
        layer.weights.push_back(static_cast<float>(size * random.normal()));
    for (int o = 0; o < outputs; ++o)
        layer.bias.push_back(static_cast<float>(0.2 * random.normal()));
    return layer;
}

}

DeployableModel wideIntegerModel(std::uint64_t seed)
{
    Random random(seed * 7919);
    int inputs = between(random, 1, most);
    DeployableModel model = start(taskOf(seed), Arithmetic::Int8, inputs, 1);
    for (std::uint32_t hidden = random.below(5); hidden > 0; --hidden) {
        const int outputs = between(random, 1, most);
        model.layers.push_back(wildLayer(random, {}, inputs, outputs, anyActivation(random)));
        inputs = outputs;
    }
    const bool classes = model.decoding.target.task == Task::Classification;
    IntegerLayer output = wildLayer(random, {}, inputs, classes ? between(random, 2, 20) : 1, Activation::Linear);
    decodeWildly(model.decoding, random, output);
    model.layers.push_back(output);
    return model;
}

DeployableModel wideFloatModel(std::uint64_t seed)
{
    Random random(seed * 104729);
    int inputs = between(random, 1, most);
    DeployableModel model = start(taskOf(seed), Arithmetic::Float32, inputs, 1.0f / 64);
    for (std::uint32_t hidden = random.below(5); hidden > 0; --hidden) {
        const int outputs = between(random, 1, most);
        model.layers.push_back(floatLayer(random, inputs, outputs, anyActivation(random)));
        inputs = outputs;
    }
    Target& target = model.decoding.target;
    int outputs = 1;
    if (target.task == Task::Classification) {
        outputs = between(random, 2, 20);
        for (int c = 0; c < outputs; ++c)
            target.classes.push_back(std::string(1, static_cast<char>('A' + c)));
    } else {
        target.centre = 0.5f;
        target.deviation = 2;
    }
    model.layers.push_back(floatLayer(random, inputs, outputs, Activation::Linear));
    return model;
}

DeployableModel smallReluModel(std::uint64_t seed)
{
    Random random(seed * 15485863);
    const auto storage = [&random] { return random.below(2) ? Storage::Int8 : Storage::Int4; };
    int inputs = between(random, 1, 24);
    DeployableModel model = start(Task::Classification, Arithmetic::Int8, inputs, 1);
    for (std::uint32_t hidden = 1 + random.below(3); hidden > 0; --hidden) {
        const int outputs = between(random, 1, 16);
        model.layers.push_back(wildLayer(random, storage(), inputs, outputs, Activation::Relu));
        inputs = outputs;
    }
    IntegerLayer output = wildLayer(random, storage(), inputs, between(random, 2, 8), Activation::Linear);
    decodeWildly(model.decoding, random, output);
    model.layers.push_back(output);
    return model;
}

}

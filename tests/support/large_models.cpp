#include "support/large_models.h"

#include "support/draws.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr int features = 40;
constexpr int roomForWeights = 60000; ///< 127 times so much is below the 24-bit bound

double bitsAWeight(const LargeNetwork& wanted)
{
    if (wanted.arithmetic == Arithmetic::Float32)
        return 32;
    switch (wanted.storage) {
    case Storage::Int4:
        return 4;
    case Storage::Ternary:
        return 2;
    case Storage::Codebook:
        return wanted.codebook == 4 ? 2 : wanted.codebook == 16 ? 4 : 8;
    case Storage::Sparse:
        return 1 + 8 / 3.0; // one in three is there
    case Storage::Int8:
        break;
    }
    return 8;
}

/// Of the two hidden layers.
int widthOf(const LargeNetwork& wanted)
{
    const double weights = wanted.kibibytes * 1024 * 8 / bitsAWeight(wanted);
    const double ends = (features + wanted.outputs) / 2.0;
    return static_cast<int>(std::sqrt(weights + ends * ends) - ends);
}

std::int8_t weightOf(Random& random, const IntegerLayer& layer)
{
    const std::int32_t largest = std::min(127, roomForWeights / layer.inputs);
    const std::int32_t weight = between(random, -largest, largest);
    switch (layer.storage) {
    case Storage::Int4:
        return static_cast<std::int8_t>(weight / 17 * 16);
    case Storage::Ternary:
        return static_cast<std::int8_t>(weight / 64 * 64);
    case Storage::Codebook:
        return layer.codebook[random.below(static_cast<std::uint32_t>(layer.codebook.size()))];
    case Storage::Sparse:
        return static_cast<std::int8_t>(random.below(3) ? 0 : weight);
    case Storage::Int8:
        break;
    }
    return static_cast<std::int8_t>(weight);
}

std::vector<std::int8_t> codebookFor(const LargeNetwork& wanted, Random& random)
{
    constexpr int largest = 80; // so that as many of them as a layer has inputs leave room
    std::vector<std::int8_t> codebook(static_cast<std::size_t>(wanted.codebook));
    for (std::int8_t& entry : codebook)
        entry = static_cast<std::int8_t>(between(random, -largest, largest));
    std::sort(codebook.begin(), codebook.end());
    return codebook;
}

IntegerLayer integerLayer(const LargeNetwork& wanted, Random& random, int inputs, int outputs, Activation activation)
{
    IntegerLayer layer;
    layer.inputs = inputs;
    layer.outputs = outputs;
    layer.activation = activation;
    layer.storage = wanted.storage;
    layer.shift = 24;
    if (wanted.storage == Storage::Codebook)
        layer.codebook = codebookFor(wanted, random);
    for (int i = 0; i < inputs * outputs; ++i)
        layer.weights.push_back(weightOf(random, layer));
    for (int o = 0; o < outputs; ++o) {
        layer.bias.push_back(between(random, -20000, 20000));
        layer.multiplier.push_back(static_cast<std::int16_t>(between(random, 1, 32767)));
    }
    for (int i = 0; i < 256 && activation == Activation::Tanh; ++i)
        layer.table.push_back(static_cast<std::int8_t>(std::lround(127 * std::tanh((i - 128) / 60.0))));
    layer.inputScale = layer.outputScale = 1;
    layer.weightScale.assign(static_cast<std::size_t>(outputs), 1.0f);
    return layer;
}

Float32Layer floatLayer(Random& random, int inputs, int outputs, Activation activation)
{
    Float32Layer layer{inputs, outputs, activation, {}, {}};
    const float size = 1 / std::sqrt(static_cast<float>(inputs));
    for (int i = 0; i < inputs * outputs; ++i)
        layer.weights.push_back(size * static_cast<float>(random.normal()));
    for (int o = 0; o < outputs; ++o)
        layer.bias.push_back(static_cast<float>(random.normal()));
    return layer;
}

DeployableModel inputsAndOutputs(const LargeNetwork& wanted)
{
    DeployableModel model;
    model.name = "large";
    model.arithmetic = wanted.arithmetic;
    model.preprocessing.steps = {FillMissing{std::vector<float>(features)}, OneHot{},
                                 Scale{std::vector<float>(features), std::vector<float>(features, 1.0f)}};
    for (int i = 0; i < features; ++i) {
        model.preprocessing.features.push_back({"x" + std::to_string(i), "", {}, -127, 127});
        if (wanted.arithmetic == Arithmetic::Int8)
            model.integerInputs.push_back({0, -127 * 128, 127 * 128, 8192, 0, 7, 0}); // (q * 2^7) * 2^13 / 2^20 is q
    }
    Target& target = model.decoding.target;
    target.name = "target";
    target.task = wanted.outputs > 1 ? Task::Classification : Task::Regression;
    for (int c = 0; c < wanted.outputs && wanted.outputs > 1; ++c)
        target.classes.push_back("class " + std::to_string(c));
    return model;
}

void endIntegers(DeployableModel& model)
{
    auto& output = std::get<IntegerLayer>(model.layers.back());
    if (model.decoding.target.task == Task::Classification) {
        output.shift = 16;
        return;
    }
    output.shift = 0;
    output.multiplier.clear();
    model.decoding.offset = {12345};
    model.decoding.unit = {0.001f};
}

}

DeployableModel largeModel(const LargeNetwork& wanted)
{
    Random random(static_cast<std::uint64_t>(wanted.kibibytes));
    DeployableModel model = inputsAndOutputs(wanted);
    const int width = widthOf(wanted);
    const LayerShape shapes[] = {{features, width, Activation::Relu},
                                 {width, width, Activation::Tanh},
                                 {width, wanted.outputs, Activation::Linear}};
    for (const LayerShape& shape : shapes) {
        if (wanted.arithmetic == Arithmetic::Float32)
            model.layers.emplace_back(floatLayer(random, shape.inputs, shape.outputs, shape.activation));
        else
            model.layers.emplace_back(integerLayer(wanted, random, shape.inputs, shape.outputs, shape.activation));
    }
    if (wanted.arithmetic == Arithmetic::Int8)
        endIntegers(model);
    return model;
}

}

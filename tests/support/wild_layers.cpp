#include "support/wild_layers.h"

#include "support/draws.h"

#include <algorithm>
#include <cstdlib>

namespace broto {

namespace {

constexpr std::size_t codebookSizes[] = {4, 16, 256};

std::vector<std::int8_t> wildCodebook(Random& random)
{
    std::vector<std::int8_t> codebook(codebookSizes[random.below(3)]);
    for (std::int8_t& entry : codebook)
        entry = static_cast<std::int8_t>(between(random, -127, 127));
    std::sort(codebook.begin(), codebook.end());
    return codebook;
}

/// A weight that the layer's storage can keep, at most `largest` in size where there is a choice.
std::int8_t wildWeight(Random& random, const IntegerLayer& layer, std::int32_t largest)
{
    std::int32_t weight = between(random, -largest, largest);
    switch (layer.storage) {
    case Storage::Int4:
        weight = weight / 17 * 16;
        break;
    case Storage::Ternary:
        weight = weight / 64 * 64;
        break;
    case Storage::Codebook:
        weight = layer.codebook[random.below(static_cast<std::uint32_t>(layer.codebook.size()))];
        break;
    case Storage::Sparse:
        weight = random.below(3) ? 0 : weight;
        break;
    case Storage::Int8:
        break;
    }
    return static_cast<std::int8_t>(weight);
}

/// A weight row that leaves room for a bias below the 24-bit bound.
std::vector<std::int8_t> wildWeights(Random& random, const IntegerLayer& layer)
{
    const std::int32_t largest = random.below(4) == 0 ? between(random, 0, 3) : 127;
    std::vector<std::int8_t> weights;
    for (int i = 0; i < layer.inputs; ++i)
        weights.push_back(wildWeight(random, layer, largest));
    return weights;
}

std::int32_t wildBias(Random& random, const std::vector<std::int8_t>& weights)
{
    std::int32_t room = (1 << 23) - 1;
    for (const std::int8_t weight : weights)
        room -= 127 * std::abs(weight);
    const std::uint32_t kind = random.below(4);
    return kind == 0 ? room : kind == 1 ? -room : between(random, -room / 50, room / 50);
}

/// Any table that its activation may have: rising, but for swish and its hard form, and 0..127 for what is never
/// negative.
std::vector<std::int8_t> wildTable(Random& random, Activation activation)
{
    const bool positive = activation == Activation::Sigmoid || activation == Activation::Softplus ||
                          activation == Activation::HardSigmoid;
    std::vector<std::int8_t> table;
    for (int i = 0; i < 256; ++i)
        table.push_back(static_cast<std::int8_t>(between(random, positive ? 0 : -127, 127)));
    if (activation != Activation::Swish && activation != Activation::HardSwish)
        std::sort(table.begin(), table.end());
    return table;
}

}

IntegerLayer wildLayer(Random& random, std::optional<Storage> storage, int inputs, int outputs, Activation activation)
{
    IntegerLayer layer;
    layer.inputs = inputs;
    layer.outputs = outputs;
    layer.activation = activation;
    layer.shift = between(random, 17, 24);
    layer.storage = storage.value_or(allStorages[random.below(std::size(allStorages))]);
    if (layer.storage == Storage::Codebook)
        layer.codebook = wildCodebook(random);
    for (int o = 0; o < outputs; ++o) {
        const std::vector<std::int8_t> weights = wildWeights(random, layer);
        layer.weights.insert(layer.weights.end(), weights.begin(), weights.end());
        layer.bias.push_back(wildBias(random, weights));
        const std::int32_t multiplier = random.below(5) == 0 ? 1 : between(random, 1, 32767);
        layer.multiplier.push_back(static_cast<std::int16_t>(multiplier));
    }
    if (activation != Activation::Linear && activation != Activation::Relu)
        layer.table = wildTable(random, activation);
    layer.inputScale = layer.outputScale = 1;
    layer.weightScale.assign(static_cast<std::size_t>(outputs), 1.0f);
    return layer;
}

void decodeWildly(OutputDecoding& decoding, Random& random, IntegerLayer& output)
{
    decoding.target.name = "target";
    if (decoding.target.task == Task::Classification) {
        output.shift = 16;
        for (int c = 0; c < output.outputs; ++c)
            decoding.target.classes.push_back(std::string(1, static_cast<char>('A' + c)));
    } else {
        output.multiplier.clear();
        output.shift = 0;
        decoding.offset = {between(random, -(1 << 30) + 1, (1 << 30) - 1)};
        decoding.unit = {random.uniform(1e-7f, 3.0f)};
    }
}

}

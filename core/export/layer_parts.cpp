#include "export/layer_parts.h"

#include "compression/packed_weights.h"
#include "export/flash_bytes.h"

#include <algorithm>
#include <numeric>

namespace broto {

namespace {

/// How many neurons lie in the same bytes, or in the same group.
int neuronsTogether(const IntegerLayer& layer)
{
    if (liesInGroups(layer))
        return 4;
    switch (layer.storage) {
    case Storage::Int4:
        return 2;
    case Storage::Ternary:
        return 4;
    case Storage::Codebook:
        return 8 / indexBits(layer.codebook.size());
    case Storage::Sparse:
    case Storage::Int8:
        break;
    }
    return 1;
}

std::vector<std::int64_t> unitBytes(const IntegerLayer& layer, int together)
{
    const auto units = static_cast<std::size_t>((layer.outputs + together - 1) / together);
    if (layer.storage == Storage::Sparse) { // every neuron has as many as it has weights
        std::vector<std::int64_t> bytes;
        for (int neuron = 0; neuron < layer.outputs; ++neuron)
            bytes.push_back(static_cast<std::int64_t>(packedSize(neuronsOf(layer, neuron, 1))));
        return bytes;
    }
    const std::size_t all = liesInGroups(layer) ? packedGroups(layer).size() : packedSize(layer);
    return std::vector<std::int64_t>(units, static_cast<std::int64_t>(all / units));
}

template<class Number>
std::vector<Number> slice(const std::vector<Number>& numbers, int first, int count)
{
    if (numbers.empty())
        return {};
    return std::vector<Number>(numbers.begin() + first, numbers.begin() + first + count);
}

}

std::vector<int> divided(std::span<const std::int64_t> unitBytes, std::int64_t most)
{
    std::vector<int> counts;
    std::int64_t bytes = 0;
    for (const std::int64_t unit : unitBytes) {
        if (counts.empty() || bytes + unit > most) {
            counts.push_back(0);
            bytes = 0;
        }
        ++counts.back();
        bytes += unit;
    }
    return counts;
}

std::vector<LayerPart> partsOf(const HeaderFacts& facts, int index)
{
    const LayerShape& shape = facts.shape[static_cast<std::size_t>(index)];
    const bool inGroups = !facts.isFloat && liesInGroups(facts.integerLayer(index));
    const int together = facts.isFloat ? 1 : neuronsTogether(facts.integerLayer(index));
    const std::vector<std::int64_t> units =
        facts.isFloat
            ? std::vector<std::int64_t>(static_cast<std::size_t>(shape.outputs), std::int64_t{4} * shape.inputs)
            : unitBytes(facts.integerLayer(index), together);
    const std::vector<int> counts = divided(units, largestAvrArray);

    const std::string name = (inGroups ? "layer" : "weights") + std::to_string(index + 1);
    std::vector<LayerPart> parts;
    auto unit = units.begin();
    for (int first = 0; const int count : counts) {
        const std::string suffix = counts.size() > 1 ? "part" + std::to_string(parts.size() + 1) : std::string();
        const int neurons = std::min(count * together, shape.outputs - first);
        parts.push_back({name + suffix, first, neurons, std::accumulate(unit, unit + count, std::int64_t{0})});
        first += neurons;
        unit += count;
    }
    return parts;
}

IntegerLayer neuronsOf(const IntegerLayer& layer, int first, int count)
{
    IntegerLayer neurons;
    neurons.inputs = layer.inputs;
    neurons.outputs = count;
    neurons.activation = layer.activation;
    neurons.storage = layer.storage;
    neurons.weights = slice(layer.weights, first * layer.inputs, count * layer.inputs);
    neurons.codebook = layer.codebook;
    neurons.bias = slice(layer.bias, first, count);
    neurons.multiplier = slice(layer.multiplier, first, count);
    neurons.shift = layer.shift;
    neurons.table = layer.table;
    neurons.inputScale = layer.inputScale;
    neurons.weightScale = slice(layer.weightScale, first, count);
    neurons.outputScale = layer.outputScale;
    return neurons;
}

std::string placeOf(const HeaderFacts& facts, const LayerPart& part)
{
    return facts.liesFar ? "BROTO_FAR(" + part.name + ')' : part.name;
}

}

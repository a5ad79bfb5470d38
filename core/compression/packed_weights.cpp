#include "compression/packed_weights.h"

#include <algorithm>
#include <limits>

namespace broto {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int int4Step = 16, largestInt4 = 7 * int4Step;
constexpr int ternaryStep = 64;
constexpr int scoreShift = 16;                   ///< of a classification's output layer
constexpr std::int32_t leastSum = 1 - (1 << 23); ///< what no sum is less than

std::int8_t weightAt(const IntegerLayer& layer, std::size_t neuron, std::size_t input)
{
    return layer.weights[neuron * static_cast<std::size_t>(layer.inputs) + input];
}

/// As many neurons as fit share the bytes: the first one has the lowest bits of each.
template<class Code>
Bytes inBits(const IntegerLayer& layer, int bits, Code codeOf)
{
    const auto inputs = static_cast<std::size_t>(layer.inputs), outputs = static_cast<std::size_t>(layer.outputs);
    const auto together = static_cast<std::size_t>(8 / bits);
    Bytes bytes;
    for (std::size_t first = 0; first < outputs; first += together)
        for (std::size_t i = 0; i < inputs; ++i) {
            unsigned byte = 0;
            for (std::size_t n = 0; n < together && first + n < outputs; ++n)
                byte |= codeOf(weightAt(layer, first + n, i)) << (static_cast<std::size_t>(bits) * n);
            bytes.push_back(static_cast<std::uint8_t>(byte));
        }
    return bytes;
}

/// Two's complement in the highest bits of the weight: what is left of it is 0.
Bytes inHighestBits(const IntegerLayer& layer, int bits)
{
    return inBits(layer, bits, [bits](std::int8_t weight) {
        return static_cast<unsigned>(static_cast<std::uint8_t>(weight)) >> (8 - bits);
    });
}

Bytes inIndexes(const IntegerLayer& layer)
{
    const std::vector<std::int8_t>& codebook = layer.codebook;
    return inBits(layer, indexBits(codebook.size()), [&codebook](std::int8_t weight) {
        return static_cast<unsigned>(std::lower_bound(codebook.begin(), codebook.end(), weight) - codebook.begin());
    });
}

/// For every eight inputs a byte whose bits say which of them have a weight, then these weights.
Bytes inMasks(const IntegerLayer& layer)
{
    const auto inputs = static_cast<std::size_t>(layer.inputs), outputs = static_cast<std::size_t>(layer.outputs);
    Bytes bytes;
    for (std::size_t neuron = 0; neuron < outputs; ++neuron)
        for (std::size_t first = 0; first < inputs; first += 8) {
            const std::size_t mask = bytes.size();
            bytes.push_back(0);
            for (std::size_t bit = 0; bit < 8 && first + bit < inputs; ++bit) {
                const std::int8_t weight = weightAt(layer, neuron, first + bit);
                if (weight == 0)
                    continue;
                bytes[mask] = static_cast<std::uint8_t>(bytes[mask] | 1u << bit);
                bytes.push_back(static_cast<std::uint8_t>(weight));
            }
        }
    return bytes;
}

std::size_t sizeInBits(const IntegerLayer& layer, int bits)
{
    const std::size_t together = static_cast<std::size_t>(8 / bits);
    return (static_cast<std::size_t>(layer.outputs) + together - 1) / together * static_cast<std::size_t>(layer.inputs);
}

std::size_t sizeInMasks(const IntegerLayer& layer)
{
    const std::size_t masks =
        static_cast<std::size_t>(layer.outputs) * ((static_cast<std::size_t>(layer.inputs) + 7) / 8);
    const auto zeros = static_cast<std::size_t>(std::count(layer.weights.begin(), layer.weights.end(), 0));
    return masks + layer.weights.size() - zeros;
}

bool areMultiples(const std::vector<std::int8_t>& weights, int step, int largest)
{
    return std::all_of(weights.begin(), weights.end(), [step, largest](int weight) {
        return weight % step == 0 && -largest <= weight && weight <= largest;
    });
}

bool areInCodebook(const IntegerLayer& layer)
{
    const std::vector<std::int8_t>& codebook = layer.codebook;
    return indexBits(codebook.size()) > 0 && std::is_sorted(codebook.begin(), codebook.end()) &&
           codebook.front() > -128 && std::all_of(layer.weights.begin(), layer.weights.end(), [&](std::int8_t weight) {
               return std::binary_search(codebook.begin(), codebook.end(), weight);
           });
}

}

Bytes packedWeights(const IntegerLayer& layer)
{
    switch (layer.storage) {
    case Storage::Int4:
        return inHighestBits(layer, 4);
    case Storage::Ternary:
        return inHighestBits(layer, 2);
    case Storage::Codebook:
        return inIndexes(layer);
    case Storage::Sparse:
        return inMasks(layer);
    case Storage::Int8:
        break;
    }
    return inHighestBits(layer, 8);
}

bool liesInGroups(const IntegerLayer& layer)
{
    return (layer.storage == Storage::Int8 || layer.storage == Storage::Int4) && !layer.multiplier.empty();
}

std::array<GroupNeuron, 4> groupOf(const IntegerLayer& layer, int firstNeuron)
{
    const bool isOutput = layer.shift == scoreShift;
    std::array<GroupNeuron, 4> group;
    for (int n = 0; n < 4; ++n) {
        const auto neuron = static_cast<std::size_t>(firstNeuron + n);
        GroupNeuron& place = group[static_cast<std::size_t>(n)];
        if (firstNeuron + n < layer.outputs)
            place = {layer.bias[neuron], layer.multiplier[neuron],
                     layer.weights.data() + neuron * static_cast<std::size_t>(layer.inputs)};
        else if (isOutput)
            place = {leastSum, std::numeric_limits<std::int16_t>::max(), nullptr};
    }
    return group;
}

Bytes packedGroups(const IntegerLayer& layer)
{
    Bytes bytes;
    const auto add = [&bytes](int value, int size) {
        for (int place = 0; place < size; ++place)
            bytes.push_back(static_cast<std::uint8_t>(value >> 8 * place));
    };
    for (int first = 0; first < layer.outputs; first += 4) {
        const std::array<GroupNeuron, 4> group = groupOf(layer, first);
        const auto weight = [&group](std::size_t neuron, int input) {
            return group[neuron].weights ? group[neuron].weights[input] : 0;
        };
        for (const GroupNeuron& neuron : group)
            add(neuron.bias, 3);
        for (int i = 0; i < layer.inputs; ++i)
            for (std::size_t n = 0; n < 4; n += layer.storage == Storage::Int4 ? 2 : 1)
                add(layer.storage == Storage::Int4 ? (weight(n, i) / int4Step & 15) | (weight(n + 1, i) & 0xf0)
                                                   : weight(n, i),
                    1);
        for (const GroupNeuron& neuron : group)
            add(neuron.multiplier, 2);
    }
    return bytes;
}

std::size_t packedSize(const IntegerLayer& layer)
{
    switch (layer.storage) {
    case Storage::Int4:
        return sizeInBits(layer, 4);
    case Storage::Ternary:
        return sizeInBits(layer, 2);
    case Storage::Codebook:
        return sizeInBits(layer, indexBits(layer.codebook.size()));
    case Storage::Sparse:
        return sizeInMasks(layer);
    case Storage::Int8:
        break;
    }
    return layer.weights.size();
}

int indexBits(std::size_t codebookSize)
{
    return codebookSize == 4 ? 2 : codebookSize == 16 ? 4 : codebookSize == 256 ? 8 : 0;
}

bool fitsStorage(const IntegerLayer& layer)
{
    if (layer.storage != Storage::Codebook && !layer.codebook.empty())
        return false;
    switch (layer.storage) {
    case Storage::Int4:
        return areMultiples(layer.weights, int4Step, largestInt4);
    case Storage::Ternary:
        return areMultiples(layer.weights, ternaryStep, ternaryStep);
    case Storage::Codebook:
        return areInCodebook(layer);
    case Storage::Int8:
    case Storage::Sparse:
        break;
    }
    return true;
}

}

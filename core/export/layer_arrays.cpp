#include "export/layer_arrays.h"

#include "compression/packed_weights.h"
#include "export/flash_arrays.h"
#include "export/flash_bytes.h"
#include "export/layer_groups.h"
#include "export/layer_parts.h"

#include <algorithm>

namespace broto {

namespace {

std::string storageNote(const IntegerLayer& layer)
{
    switch (layer.storage) {
    case Storage::Int4:
        return liesInGroups(layer) ? ". Weights: multiples of 16, in sixteenths"
                                   : ". Weights: multiples of 16 in four bits, two neurons to a byte";
    case Storage::Ternary:
        return ". Weights: -64, 0 and 64 in two bits, four neurons to a byte";
    case Storage::Codebook:
        return ". Weights: " + std::to_string(indexBits(layer.codebook.size())) + "-bit indexes into the codebook";
    case Storage::Sparse:
        return ". Weights: for every eight inputs a byte that says which of them have one, and these";
    case Storage::Int8:
        break;
    }
    return {};
}

std::string layerComment(const HeaderFacts& facts, int index)
{
    const LayerShape& shape = facts.shape[static_cast<std::size_t>(index)];
    std::string text = "Layer " + std::to_string(index + 1) + ": " + std::to_string(shape.inputs) + " inputs, " +
                       std::to_string(shape.outputs) + " neurons, " + std::string(activationName(shape.activation));
    if (!facts.isFloat) {
        const IntegerLayer& layer = facts.integerLayer(index);
        text += ". One step of an input stands for " + plainNumber(layer.inputScale) + ", one of an output for " +
                plainNumber(layer.outputScale) + storageNote(layer);
    }
    return wrappedComment(text + '.', 0);
}

/// Where neurons share bytes, a line for those that do; sparse neurons have no length of their own.
ArrayLayout packedLayout(const IntegerLayer& layer, int firstNeuron)
{
    if (layer.storage == Storage::Sparse)
        return {};
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    const auto lines = static_cast<int>(packedSize(layer) / inputs);
    const int together = (layer.outputs + lines - 1) / lines;
    std::vector<std::string> names;
    for (int line = 0; line < lines; ++line) {
        const int first = line * together, last = std::min(first + together, layer.outputs) - 1;
        names.push_back("neuron " + std::to_string(firstNeuron + first) +
                        (last > first ? " to " + std::to_string(firstNeuron + last) : std::string()));
    }
    return {inputs, names};
}

std::string_view placeName(const HeaderFacts& facts)
{
    return facts.liesFar ? "BROTO_FAR_FLASH" : "BROTO_FLASH";
}

std::string floatArray(const HeaderFacts& facts, int index, const LayerPart& part)
{
    const Float32Layer& layer = facts.float32Layer(index);
    const auto begin = layer.weights.begin() + std::ptrdiff_t{part.first} * layer.inputs;
    const std::vector<float> weights(begin, begin + std::ptrdiff_t{part.neurons} * layer.inputs);
    return flashArray("float", part.name, literals(weights),
                      {static_cast<std::size_t>(layer.inputs), numbered("neuron", part.neurons, part.first)},
                      placeName(facts));
}

std::string integerArray(const HeaderFacts& facts, int index, const LayerPart& part)
{
    const IntegerLayer neurons = neuronsOf(facts.integerLayer(index), part.first, part.neurons);
    if (neurons.storage != Storage::Int8)
        return flashArray("uint8_t", part.name, literals(packedWeights(neurons)), packedLayout(neurons, part.first),
                          placeName(facts));
    return flashArray("int8_t", part.name, literals(neurons.weights),
                      {static_cast<std::size_t>(neurons.inputs), numbered("neuron", part.neurons, part.first)},
                      placeName(facts));
}

std::string weightArrays(const HeaderFacts& facts, int index)
{
    std::string text;
    for (const LayerPart& part : partsOf(facts, index)) {
        if (part.bytes > largestAvrArray)
            text += avrError("", "Layer " + std::to_string(index + 1) + " has " + std::to_string(part.bytes) +
                                     " bytes of weights that cannot be divided. AVR compilers take at most " +
                                     std::to_string(largestAvrArray) +
                                     " in one array: choose fewer inputs or another board.");
        text += facts.isFloat                             ? floatArray(facts, index, part)
                : liesInGroups(facts.integerLayer(index)) ? groupArray(facts, index, part, placeName(facts))
                                                          : integerArray(facts, index, part);
    }
    return text;
}

}

std::string layerArrays(const HeaderFacts& facts, int index)
{
    const std::string number = std::to_string(index + 1);
    const std::string comment = '\n' + layerComment(facts, index);
    if (facts.isFloat)
        return comment + weightArrays(facts, index) +
               flashArray("float", "bias" + number, literals(facts.float32Layer(index).bias));
    const IntegerLayer& layer = facts.integerLayer(index);
    const bool inGroups = liesInGroups(layer);
    std::string text = comment;
    if (layer.storage == Storage::Codebook && facts.codebookName(index) == "codebook" + number)
        text += flashArray("int8_t", "codebook" + number, literals(layer.codebook));
    text += weightArrays(facts, index);
    if (!inGroups)
        text += flashArray("int32_t", "bias" + number, literals(layer.bias));
    if (!inGroups && !layer.multiplier.empty())
        text += flashArray("int16_t", "multiplier" + number, literals(layer.multiplier));
    if (!layer.table.empty())
        text += flashArray("int8_t", "table" + number, literals(layer.table));
    return text;
}

}

#include "export/layer_groups.h"

#include "compression/packed_weights.h"
#include "export/cpp_text.h"
#include "runtime/dense_groups.h"

#include <numeric>

namespace broto {

namespace {

constexpr int int4Step = 16;
constexpr int mostInAByte = 255; ///< inputs or groups that the kernels of AVR count

bool isInt4(const IntegerLayer& layer)
{
    return layer.storage == Storage::Int4;
}

bool areOftenZero(const HeaderFacts& facts)
{
    std::size_t zeros = 0, all = 0;
    std::vector<std::int8_t> x(static_cast<std::size_t>(facts.inputs));
    const std::vector<runtime::InputFeature>& features = facts.model.integerInputs;
    for (const GoldenRow& golden : facts.goldenRows) {
        runtime::encodeRow(features.data(), static_cast<std::uint16_t>(features.size()), golden.row.data(), x.data());
        zeros += static_cast<std::size_t>(std::count(x.begin(), x.end(), 0));
        all += x.size();
    }
    return worthSkipping(zeros, all);
}

/// "    BROTO_INT8(4, 1, 2, ...)," in lines of at most 100 columns.
std::string macroLines(const std::string& macro, const std::vector<int>& values)
{
    constexpr std::size_t widest = 100;
    std::string text, line = "    " + macro + '(';
    const std::size_t indent = line.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string word = integerLiteral(values[i]) + (i + 1 < values.size() ? "," : "),\n");
        if (line.size() + 1 + word.size() > widest) {
            text += line + '\n';
            line = std::string(indent, ' ');
        } else if (line.back() == ',') {
            line += ' ';
        }
        line += word;
    }
    return text + line;
}

int weightOf(const GroupNeuron& neuron, int input)
{
    return neuron.weights ? neuron.weights[input] : 0;
}

std::string groupText(const IntegerLayer& layer, int first, LayerInputs inputs)
{
    const std::string macro = isInt4(layer) ? "BROTO_INT4" : "BROTO_INT8";
    const int together = isInt4(layer) ? 8 : 4;
    const std::array<GroupNeuron, 4> group = groupOf(layer, first);
    std::vector<int> biases, multipliers = {layer.shift};
    for (const GroupNeuron& neuron : group) {
        biases.push_back(neuron.bias);
        multipliers.push_back(neuron.multiplier);
    }
    if (inputs == LayerInputs::Dense)
        for (const GroupNeuron& neuron : group)
            biases.push_back(neuron.weights ? std::accumulate(neuron.weights, neuron.weights + layer.inputs, 0) : 0);

    std::string text = macroLines(macro + (inputs == LayerInputs::Dense ? "_DENSE_BIASES" : "_BIASES"), biases);
    for (int input = 0; input < layer.inputs; input += together) {
        const int count = std::min(together, layer.inputs - input);
        std::vector<int> weights = {count};
        for (int i = input; i < input + count; ++i)
            for (const GroupNeuron& neuron : group)
                weights.push_back(weightOf(neuron, i) / (isInt4(layer) ? int4Step : 1));
        text += macroLines(macro, weights);
    }
    return text + macroLines(macro + "_MULTIPLIERS", multipliers);
}

bool isWide(const IntegerLayer& layer)
{
    return layer.inputs > mostInAByte || layer.outputs > mostInAByte;
}

std::string_view inputsName(LayerInputs inputs)
{
    switch (inputs) {
    case LayerInputs::Positive:
        return "PositiveInputs";
    case LayerInputs::PositiveBesideDense:
        return "PositiveBesideDense";
    case LayerInputs::Sparse:
        return "SparseInputs";
    case LayerInputs::Dense:
        break;
    }
    return "DenseInputs";
}

}

LayerInputs inputsOf(const HeaderFacts& facts, int layer)
{
    // The rows are read in one way in the whole network, so that one routine serves all layers. Wide layers have
    // kernels of their own on AVR, which know nothing of lowered biases; so have layers in far flash.
    const bool sparse = areOftenZero(facts) || facts.liesFar || isWide(facts.integerLayer(layer));
    if (layer > 0 && facts.integerLayer(layer - 1).activation == Activation::Relu)
        return sparse ? LayerInputs::Positive : LayerInputs::PositiveBesideDense;
    return sparse ? LayerInputs::Sparse : LayerInputs::Dense;
}

std::string groupArray(const HeaderFacts& facts, int index, const LayerPart& part, std::string_view place)
{
    const IntegerLayer& layer = facts.integerLayer(index);
    const LayerInputs inputs = inputsOf(facts, index);
    std::string text = "static const runtime::" + std::string(isInt4(layer) ? "Int4Unit" : "Int8Unit") + ' ' +
                       part.name + "[] " + std::string(place) + " = {\n";
    for (int first = part.first; first < part.first + part.neurons; first += 4) {
        const int last = std::min(first + 4, layer.outputs) - 1;
        text += "    // neuron" +
                (last > first ? "s " + std::to_string(first) + " to " + std::to_string(last)
                              : ' ' + std::to_string(first)) +
                '\n' + groupText(layer, first, inputs);
    }
    return text + "};\n";
}

std::string groupCall(const HeaderFacts& facts, int index, std::string_view function, const LayerPart& part)
{
    const IntegerLayer& layer = facts.integerLayer(index);
    const std::string_view kind = facts.liesFar ? "Far" : isWide(layer) ? "Wide" : "";
    return "runtime::" + std::string(function) + "<runtime::" + std::string(kind) + (isInt4(layer) ? "Int4" : "Int8") +
           ", runtime::" + std::string(inputsName(inputsOf(facts, index))) + ">(" + placeOf(facts, part);
}

}

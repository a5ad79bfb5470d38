#include "export/header_sections.h"

#include "compression/input_steps.h"
#include "compression/packed_weights.h"
#include "export/cpp_text.h"
#include "export/header_stream.h"
#include "export/layer_groups.h"

#include <algorithm>
#include <map>

namespace broto {

namespace {

// AVR compilers refuse larger objects, and their plain flash pointers reach 64 KiB, of which code needs some too.
constexpr std::int64_t largestAvrArray = 32767;
constexpr std::int64_t largestAvrModel = 60 * 1024;

constexpr std::string_view floatLegend = R"(
// weights: neuron by neuron, one an input. bias: what the sum of weight * input begins with.
)";
constexpr std::string_view integerLegend = R"(
// layer: groups of four neurons. Their biases: what the sum of weight * input begins with (DENSE: then the sums of their
// weights). Then for four inputs (INT4: eight, in sixteenths) the four neurons' weights for the first of these inputs,
// for the second, and so on. Then the shift and the multipliers, which bring the sums to the step of the output.
// weights: neuron by neuron, one an input, unless the layer says otherwise. table: the activation, of -128 to 127.
// hiddenSizes: activations of the hidden layers.
)";

template<class Number>
std::vector<std::string> literals(const std::vector<Number>& numbers)
{
    std::vector<std::string> texts;
    for (const Number number : numbers) {
        if constexpr (std::is_same_v<Number, float>)
            texts.push_back(floatLiteral(number));
        else
            texts.push_back(integerLiteral(number));
    }
    return texts;
}

std::string flashArray(std::string_view type, const std::string& name, std::span<const std::string> values,
                       const ArrayLayout& layout = {})
{
    std::string size = std::to_string(values.size());
    if (layout.perGroup > 1)
        size = std::to_string(values.size() / layout.perGroup) + " * " + std::to_string(layout.perGroup);
    return "static const " + std::string(type) + ' ' + name + '[' + size + "] BROTO_FLASH = {\n" +
           arrayLines(values, layout) + "};\n";
}

std::vector<std::string> numbered(std::string_view word, int count)
{
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back(std::string(word) + ' ' + std::to_string(i));
    return names;
}

std::string missingOr(bool missing, std::string_view missingText, const std::string& text)
{
    return missing ? std::string(missingText) : text;
}

std::string integerFeature(const runtime::InputFeature& feature)
{
    const auto text = [](std::int32_t number) { return integerLiteral(number) + ", "; };
    return '{' + text(feature.centre) + text(feature.lowest) + text(feature.highest) + text(feature.factor) +
           missingOr(feature.fill == runtime::refuseMissing, "runtime::refuseMissing, ", text(feature.fill)) +
           text(feature.exponent) + std::to_string(feature.categories) + '}';
}

std::string floatFeature(const runtime::FloatFeature& feature)
{
    std::string text = "{";
    for (const float number : {feature.centre, feature.factor, feature.lowest, feature.highest, feature.fill})
        text += floatLiteral(number) + ", ";
    return text + std::to_string(feature.categories) + '}';
}

std::string inputArray(const HeaderFacts& facts)
{
    std::vector<std::string> values, names;
    if (facts.isFloat)
        for (const runtime::FloatFeature& feature : floatInputs(facts.model.preprocessing))
            values.push_back(floatFeature(feature));
    else
        for (const runtime::InputFeature& feature : facts.model.integerInputs)
            values.push_back(integerFeature(feature));
    for (const Feature& feature : facts.model.preprocessing.features)
        names.push_back(nameWithUnit(feature.name, feature.unit));
    const std::string type = facts.isFloat ? "FloatFeature" : "InputFeature";
    const std::string_view fields = facts.isFloat ? "centre, factor, lowest, highest, fill, categories"
                                                  : "centre, lowest, highest, factor, fill, exponent, categories";
    return "/// How each value of a row enters the network: " + std::string(fields) + ".\n" +
           flashArray("runtime::" + type, "features", values, {1, names});
}

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

std::string hiddenSizes(const HeaderFacts& facts)
{
    if (facts.isFloat || facts.hiddenLayers == 0)
        return {};
    std::vector<std::string> sizes;
    for (int layer = 0; layer < facts.hiddenLayers; ++layer)
        sizes.push_back(std::to_string(facts.shape[static_cast<std::size_t>(layer)].outputs));
    return '\n' + flashArray("int16_t", "hiddenSizes", sizes);
}

std::string tooLargeForAvr(std::string_view what)
{
    return "#ifdef __AVR__\n#error \"" + std::string(what) + "\"\n#endif\n";
}

/// Where neurons share bytes, a line for those that do; sparse neurons have no length of their own.
ArrayLayout packedLayout(const IntegerLayer& layer)
{
    if (layer.storage == Storage::Sparse)
        return {};
    const auto inputs = static_cast<std::size_t>(layer.inputs);
    const auto lines = static_cast<int>(packedSize(layer) / inputs);
    const int together = (layer.outputs + lines - 1) / lines;
    std::vector<std::string> names;
    for (int line = 0; line < lines; ++line) {
        const int first = line * together, last = std::min(first + together, layer.outputs) - 1;
        names.push_back("neuron " + std::to_string(first) +
                        (last > first ? " to " + std::to_string(last) : std::string()));
    }
    return {inputs, names};
}

/// Bytes of the largest array of a layer in groups, on AVR.
std::int64_t largestPart(const HeaderFacts& facts, int index)
{
    const auto size = static_cast<std::int64_t>(packedGroups(facts.integerLayer(index)).size());
    const int neurons = partsOf(facts, index).front().neurons, all = facts.integerLayer(index).outputs;
    return size / ((all + 3) / 4) * ((neurons + 3) / 4);
}

std::string layerArrays(const HeaderFacts& facts, int index)
{
    const std::string number = std::to_string(index + 1);
    const LayerShape& shape = facts.shape[static_cast<std::size_t>(index)];
    const ArrayLayout byNeuron{static_cast<std::size_t>(shape.inputs), numbered("neuron", shape.outputs)};
    std::string text = '\n' + layerComment(facts, index);
    const bool inGroups = !facts.isFloat && liesInGroups(facts.integerLayer(index));
    const std::int64_t bytes = facts.isFloat ? std::int64_t{shape.inputs} * shape.outputs * 4
                               : inGroups    ? largestPart(facts, index)
                                             : static_cast<std::int64_t>(packedSize(facts.integerLayer(index)));
    if (bytes > largestAvrArray)
        text += tooLargeForAvr("Layer " + number + " has " + std::to_string(bytes) +
                               " bytes of weights. AVR compilers take at most 32767 in one array: choose smaller "
                               "layers or another board.");
    if (facts.isFloat) {
        const Float32Layer& layer = facts.float32Layer(index);
        return text + flashArray("float", "weights" + number, literals(layer.weights), byNeuron) +
               flashArray("float", "bias" + number, literals(layer.bias));
    }
    const IntegerLayer& layer = facts.integerLayer(index);
    if (layer.storage == Storage::Codebook && facts.codebookName(index) == "codebook" + number)
        text += flashArray("int8_t", "codebook" + number, literals(layer.codebook));
    if (inGroups)
        text += groupArrays(facts, index);
    else if (layer.storage == Storage::Int8)
        text += flashArray("int8_t", "weights" + number, literals(layer.weights), byNeuron);
    else
        text += flashArray("uint8_t", "weights" + number, literals(packedWeights(layer)), packedLayout(layer));
    if (!inGroups)
        text += flashArray("int32_t", "bias" + number, literals(layer.bias));
    if (!inGroups && !layer.multiplier.empty())
        text += flashArray("int16_t", "multiplier" + number, literals(layer.multiplier));
    if (!layer.table.empty())
        text += flashArray("int8_t", "table" + number, literals(layer.table));
    return text;
}

/// Strings in flash, equal ones once, and arrays that point at them.
class FlashStrings {
public:
    std::string place(const std::string& text)
    {
        const auto [entry, isNew] = m_names.try_emplace(text, "text" + std::to_string(m_names.size()));
        if (isNew)
            m_definitions += "static const char " + entry->second + "[] BROTO_FLASH = " + stringLiteral(text) + ";\n";
        return entry->second;
    }
    const std::string& definitions() const { return m_definitions; }

private:
    std::map<std::string, std::string> m_names = {{"", "noText"}};
    std::string m_definitions;
};

std::string nameArrays(const HeaderFacts& facts)
{
    FlashStrings strings;
    const Target& target = facts.model.decoding.target;
    std::vector<std::string> names, units, outputs;
    for (const Feature& feature : facts.model.preprocessing.features) {
        names.push_back(strings.place(feature.name));
        units.push_back(strings.place(feature.unit));
    }
    if (facts.isClassification)
        for (const std::string& name : target.classes)
            outputs.push_back(strings.place(name));
    else
        outputs.assign(static_cast<std::size_t>(facts.outputs), strings.place(target.name));
    std::string own = "static const char nameText[] BROTO_FLASH = " + stringLiteral(facts.identifier) + ";\n";
    own += "static const char noText[] BROTO_FLASH = \"\";\n";
    if (!facts.isClassification)
        own += "static const char unitText[] BROTO_FLASH = " + stringLiteral(target.unit) + ";\n";
    constexpr std::string_view pointer = "char* const";
    return "\n// Names, as UTF-8.\n" + own + strings.definitions() + flashArray(pointer, "featureNames", names) +
           flashArray(pointer, "featureUnits", units) + flashArray(pointer, "outputNames", outputs);
}

std::string goldenArrays(const HeaderFacts& facts)
{
    std::vector<std::string> rows, raws, answers;
    for (const GoldenRow& golden : facts.goldenRows) {
        const std::vector<std::string> row = literals(golden.row);
        const std::vector<std::string> raw = facts.isFloat ? literals(golden.rawFloat) : literals(golden.raw);
        rows.insert(rows.end(), row.begin(), row.end());
        raws.insert(raws.end(), raw.begin(), raw.end());
        answers.push_back(golden.answer);
    }
    const auto perRow = static_cast<std::size_t>(facts.model.features());
    const auto perAnswer = static_cast<std::size_t>(facts.outputs);
    return "\n// Golden rows in raw units, and the raw outputs that every processor has to give for them.\n"
           "enum { goldenRowCount = " +
           std::to_string(facts.goldenRows.size()) + " };\n" +
           flashArray("float", "goldenRows", rows, {perRow, numbered("row", static_cast<int>(answers.size()))}) +
           flashArray("Raw", "goldenOutputs", raws, {perAnswer, answers});
}

}

std::string dataSection(const HeaderFacts& facts)
{
    std::string text = "namespace broto {\nnamespace " + facts.identifier + " {\n\n";
    const std::int64_t bytes = weightBytes(facts.model);
    if (bytes > largestAvrModel)
        text += tooLargeForAvr("The model has " + std::to_string(bytes) +
                               " bytes of weights. AVR flash pointers reach 64 KiB, code included: choose smaller "
                               "layers or another board.");
    text += streamData(facts) + inputArray(facts);
    text += facts.isFloat ? floatLegend : integerLegend;
    for (int layer = 0; layer <= facts.hiddenLayers; ++layer)
        text += layerArrays(facts, layer);
    text += hiddenSizes(facts) + nameArrays(facts) + goldenArrays(facts);
    return text + "\n} // namespace " + facts.identifier + "\n} // namespace broto\n";
}

}

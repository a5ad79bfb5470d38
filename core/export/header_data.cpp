#include "export/header_sections.h"

#include "compression/input_steps.h"
#include "export/flash_arrays.h"
#include "export/flash_bytes.h"
#include "export/header_stream.h"
#include "export/layer_arrays.h"

#include <map>

namespace broto {

namespace {

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

std::string hiddenSizes(const HeaderFacts& facts)
{
    if (facts.isFloat || facts.hiddenLayers == 0)
        return {};
    std::vector<std::string> sizes;
    for (int layer = 0; layer < facts.hiddenLayers; ++layer)
        sizes.push_back(std::to_string(facts.shape[static_cast<std::size_t>(layer)].outputs));
    return '\n' + flashArray("int16_t", "hiddenSizes", sizes);
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

/// What an AVR lacks for this model, before its compiler tells it in words of its own.
std::string flashChecks(const HeaderFacts& facts)
{
    const FlashBytes bytes = flashBytes(facts);
    if (!bytes.needFarFlash())
        return {};
    const std::string all = std::to_string(bytes.all()), others = std::to_string(bytes.others);
    std::string text =
        avrError(
            "!defined(BROTO_HAS_FAR_FLASH)",
            "The model has " + all +
                " bytes of constants, and this processor has at most 64 KiB of flash for "
                "them, code included: choose smaller layers or a board with more flash, such as an Arduino Mega.") +
        avrError("FLASHEND < " + all, "The model has " + all +
                                          " bytes of constants, more than this processor has "
                                          "flash: choose smaller layers or another board.");
    if (bytes.others > nearAvrFlash)
        text += avrError("", "Names, golden rows and biases of the model have " + others +
                                 " bytes, and AVR flash "
                                 "pointers reach 64 KiB, code included: choose fewer features or another board.");
    return text;
}

}

std::string dataSection(const HeaderFacts& facts)
{
    std::string text = "namespace broto {\nnamespace " + facts.identifier + " {\n\n";
    text += flashChecks(facts);
    text += streamData(facts) + inputArray(facts);
    text += facts.isFloat ? floatLegend : integerLegend;
    for (int layer = 0; layer <= facts.hiddenLayers; ++layer)
        text += layerArrays(facts, layer);
    text += hiddenSizes(facts) + nameArrays(facts) + goldenArrays(facts);
    return text + "\n} // namespace " + facts.identifier + "\n} // namespace broto\n";
}

}

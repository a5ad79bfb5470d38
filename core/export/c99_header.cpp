#include "export/c99_header.h"

#include "common/fingerprint.h"
#include "compression/activation_rules.h"
#include "compression/input_steps.h"
#include "compression/packed_weights.h"
#include "export/c_text.h"
#include "export/card_promises.h"
#include "export/code_templates.h"
#include "export/cpp_text.h"
#include "export/flash_arrays.h"
#include "export/flash_bytes.h"
#include "export/header_guard.h"
#include "export/header_sections.h"
#include "export/runtime_text.h"

namespace broto {

namespace {

/// A header in the making: everything in it is named broto_<model>_<what>.
class C99Header {
public:
    explicit C99Header(const HeaderFacts& facts) : m_facts(facts), m_prefix("broto_" + facts.identifier + '_') {}

    std::string text() const;

private:
    std::string own(std::string_view what) const { return m_prefix + std::string(what); }
    std::string array(std::string_view type, std::string_view name, const std::vector<std::string>& values) const;
    std::string enumeration(std::string_view comment, const std::vector<std::string>& identifiers,
                            const std::vector<std::string>& names) const;
    std::string card() const;
    std::string constants() const;
    std::string runtime() const;
    std::string inputs() const;
    std::string layer(int index) const;
    std::string names() const;
    std::string goldenRows() const;
    std::string layerCall(int index, const std::string& x, const std::string& y) const;
    std::string inferFunction() const;
    std::string answerFunctions() const;
    std::string selfTest() const;
    std::int64_t constantBytes() const;

    const HeaderFacts& m_facts;
    std::string m_prefix;
};

template<class Number>
void append(std::vector<std::string>& texts, const std::vector<Number>& numbers)
{
    const std::vector<std::string> more = literals(numbers);
    texts.insert(texts.end(), more.begin(), more.end());
}

std::string integerInput(const runtime::InputFeature& input)
{
    std::string text = "{";
    for (const std::int32_t number : {input.centre, input.lowest, input.highest, std::int32_t{input.factor},
                                      std::int32_t{input.fill}, std::int32_t{input.exponent}})
        text += integerLiteral(number) + ", ";
    return text + std::to_string(input.categories) + '}';
}

std::string floatInput(const runtime::FloatFeature& input)
{
    std::string text = "{";
    for (const float number : {input.centre, input.factor, input.lowest, input.highest, input.fill})
        text += floatLiteral(number) + ", ";
    return text + std::to_string(input.categories) + '}';
}

/// Every weight takes a byte here, whatever it is stored as elsewhere.
CardCosts costsOf(const HeaderFacts& facts)
{
    const std::int64_t activations = std::int64_t{facts.firstBuffer} + facts.secondBuffer;
    if (facts.isFloat)
        return {weightBytes(facts.model), 4 * activations};
    CardCosts costs{0, activations};
    for (const ModelLayer& any : facts.model.layers) {
        const auto& layer = std::get<IntegerLayer>(any);
        costs.weightBytes += static_cast<std::int64_t>(layer.weights.size() + 4 * layer.bias.size() +
                                                       2 * layer.multiplier.size() + layer.table.size());
    }
    return costs;
}

/// "runtime::hyperbolicTangent" -> "broto_hyperbolicTangent".
std::string activationFunction(Activation activation)
{
    const std::string_view name = runtimeActivation(activation).name;
    return "broto_" + std::string(name.substr(name.rfind(':') + 1));
}

std::string C99Header::array(std::string_view type, std::string_view name, const std::vector<std::string>& values) const
{
    return "static const " + std::string(type) + ' ' + own(name) + '[' + std::to_string(values.size()) +
           "] BROTO_FLASH = {\n" + arrayLines(values) + "};\n";
}

std::string C99Header::enumeration(std::string_view comment, const std::vector<std::string>& identifiers,
                                   const std::vector<std::string>& names) const
{
    std::vector<CommentedLine> lines;
    for (std::size_t i = 0; i < identifiers.size(); ++i)
        lines.push_back({"    " + own(identifiers[i]) + " = " + std::to_string(i) + ',', names[i]});
    return "\n/// " + std::string(comment) + "\nenum {\n" + alignedLines(lines) + "};\n";
}

std::string C99Header::card() const
{
    const std::string empty = commentLine("");
    std::string text = cardFacts(m_facts, "C99", costsOf(m_facts)) + empty +
                       promises(m_facts, "all begin with broto_", "calls share static buffers") + empty +
                       cardRows(m_facts) + empty + commentLine("How to use it (include it in one source file only):");
    const auto code = [&text](const std::string& source) { text += commentLine("    " + source); };
    code("#include \"" + m_facts.identifier + "_c99.h\"");
    code("float row[" + own("featureCount") + "];");
    code("row[" + own(m_facts.featureIdentifiers.front()) + "] = 1.0f; // and so on");
    code(m_facts.isClassification ? "uint16_t answer = " + own("classify") + "(row);"
                                  : "float answer = " + own("predict") + "(row);");
    return text + empty + cardLicence();
}

std::string C99Header::constants() const
{
    const CommentedLine sizes[] = {
        {"    " + own("featureCount") + " = " + std::to_string(m_facts.model.features()) + ',', "values in a row"},
        {"    " + own("outputCount") + " = " + std::to_string(m_facts.outputs) + ',',
         m_facts.isClassification ? "classes" : "answers"},
        {"    " + own("goldenRowCount") + " = " + std::to_string(m_facts.goldenRows.size()) + ',', ""}};
    std::string text = "enum {\n" + alignedLines(sizes) + "};\n";
    std::vector<std::string> features, classes;
    for (const Feature& feature : m_facts.model.preprocessing.features)
        features.push_back(nameWithUnit(feature.name, feature.unit));
    text += enumeration("Where a value stands in a row.", m_facts.featureIdentifiers, features);
    for (const std::string& name : m_facts.model.decoding.target.classes)
        classes.push_back(commentText(name));
    if (m_facts.isClassification)
        text += enumeration("What classify answers.", m_facts.classIdentifiers, classes);
    return text + "\ntypedef " + (m_facts.isFloat ? "float " : "int32_t ") + own("Raw") + ";\n";
}

std::string C99Header::runtime() const
{
    const std::string id = "0x" + hexadecimal(runtimeFingerprint()).substr(8) + 'u';
    std::vector<std::string_view> headers = {"input_int8.h", "requantize.h", "table_int8.h", "answer.h"};
    if (m_facts.isFloat)
        headers = {"input_float32.h", "dense_float32.h", "activation_float32.h"};
    return "#if defined(BROTO_RUNTIME) && BROTO_RUNTIME != " + id +
           "\n#error \"Headers of different versions of Broto are in one program: export them again with one version.\""
           "\n#endif\n#ifndef BROTO_RUNTIME\n#define BROTO_RUNTIME " +
           id + "\n#endif\n\n" + filledTemplate("c99/start.h", m_facts) + '\n' + runtimeAsC(headers) +
           (m_facts.isFloat ? "" : '\n' + filledTemplate("c99/layers.h", m_facts));
}

std::string C99Header::inputs() const
{
    std::vector<std::string> values;
    if (m_facts.isFloat)
        for (const runtime::FloatFeature& input : floatInputs(m_facts.model.preprocessing))
            values.push_back(floatInput(input));
    else
        for (const runtime::InputFeature& input : m_facts.model.integerInputs)
            values.push_back(integerInput(input));
    return "// How each value of a row enters the network.\n" +
           array(m_facts.isFloat ? "struct broto_FloatFeature" : "struct broto_InputFeature", "features", values);
}

std::string C99Header::layer(int index) const
{
    const std::string number = std::to_string(index + 1);
    const LayerShape& shape = m_facts.shape[static_cast<std::size_t>(index)];
    std::string text = "\n// Layer " + number + ": " + std::to_string(shape.inputs) + " inputs, " +
                       std::to_string(shape.outputs) + " neurons, " + std::string(activationName(shape.activation)) +
                       ". Weights: neuron by neuron.\n";
    const std::int64_t bytes = std::int64_t{shape.inputs} * shape.outputs * (m_facts.isFloat ? 4 : 1);
    if (bytes > largestAvrArray)
        text += avrError("", "Layer " + number + " has " + std::to_string(bytes) +
                                 " bytes of weights, and AVR compilers take at most " +
                                 std::to_string(largestAvrArray) + " in one array: take the C++ header.");
    if (m_facts.isFloat) {
        const Float32Layer& layer = m_facts.float32Layer(index);
        return text + array("float", "weights" + number, literals(layer.weights)) +
               array("float", "bias" + number, literals(layer.bias));
    }
    const IntegerLayer& layer = m_facts.integerLayer(index);
    text += array("int8_t", "weights" + number, literals(layer.weights)) +
            array("int32_t", "bias" + number, literals(layer.bias));
    if (!layer.multiplier.empty())
        text += array("int16_t", "multiplier" + number, literals(layer.multiplier));
    if (!layer.table.empty())
        text += array("int8_t", "table" + number, literals(layer.table));
    return text;
}

/// The names of the classes, as UTF-8.
std::string C99Header::names() const
{
    if (!m_facts.isClassification)
        return {};
    std::string text = "\n// Names of the classes, as UTF-8.\n";
    std::vector<std::string> places;
    for (const std::string& name : m_facts.model.decoding.target.classes) {
        places.push_back(own("text" + std::to_string(places.size())));
        text += "static const char " + places.back() + "[] BROTO_FLASH = " + stringLiteral(name) + ";\n";
    }
    places.push_back(own("noText"));
    return text + "static const char " + places.back() + "[] BROTO_FLASH = \"\";\n" +
           array("char* const", "classNames", places);
}

std::string C99Header::goldenRows() const
{
    std::vector<std::string> rows, raws;
    for (const GoldenRow& golden : m_facts.goldenRows) {
        append(rows, golden.row);
        append(raws, golden.raw);
        append(raws, golden.rawFloat);
    }
    return "\n// Golden rows in raw units, and the raw outputs that every processor has to give for them.\n" +
           array("float", "goldenRows", rows) + array(own("Raw"), "goldenOutputs", raws);
}

std::string C99Header::layerCall(int index, const std::string& x, const std::string& y) const
{
    const std::string number = std::to_string(index + 1);
    const LayerShape& shape = m_facts.shape[static_cast<std::size_t>(index)];
    const std::string sizes = std::to_string(shape.inputs) + ", " + std::to_string(shape.outputs) + ", " + x + ", " + y;
    const std::string arrays = own("weights" + number) + ", " + own("bias" + number) + ", ";
    if (m_facts.isFloat) {
        const std::string sums = "    broto_denseFloat(" + arrays + sizes + ");\n";
        if (shape.activation == Activation::Linear)
            return sums;
        return sums + "    for (uint16_t i = 0; i < " + std::to_string(shape.outputs) + "; ++i)\n        " + y +
               "[i] = " + activationFunction(shape.activation) + '(' + y + "[i]);\n";
    }
    const IntegerLayer& layer = m_facts.integerLayer(index);
    const std::string multiplied = layer.multiplier.empty() ? "" : own("multiplier" + number) + ", ";
    if (index == m_facts.hiddenLayers)
        return std::string("    broto_dense") + (multiplied.empty() ? "Sums(" : "Scores(") + arrays + multiplied +
               sizes + ");\n";
    std::string text = "    broto_denseHidden(" + arrays + multiplied + std::to_string(layer.shift) + ", " +
                       std::to_string(lowestActivation(layer.activation)) + ", " + sizes + ");\n";
    if (!layer.table.empty())
        text +=
            "    broto_applyTable(" + own("table" + number) + ", " + std::to_string(shape.outputs) + ", " + y + ");\n";
    return text;
}

std::string C99Header::inferFunction() const
{
    const std::string type = m_facts.isFloat ? "float" : "int8_t";
    const auto buffer = [](int layer) { return std::string(layer % 2 == 0 ? "first" : "second"); };
    std::string text = R"(
/// Raw outputs for a row. The report tells how many values lie outside the range of the training, and whether the row
/// was refused because a value is missing (NaN) that nothing stands for: then there are no outputs.
/// Buffers are shared between calls: not to be called from an interrupt while it runs.
)";
    text += "static inline struct broto_InputReport " + own("infer") + "(const float* row, " + own("Raw") +
            "* raw)\n{\n    static " + type + " first[" + std::to_string(m_facts.firstBuffer) + "];\n";
    if (m_facts.hiddenLayers > 0)
        text += "    static " + type + " second[" + std::to_string(m_facts.secondBuffer) + "];\n";
    text += "    const struct broto_InputReport report = broto_encodeRow" +
            std::string(m_facts.isFloat ? "_FloatFeature" : "") + '(' + own("features") + ", " + own("featureCount") +
            ", row, first);\n    if (report.refused)\n        return report;\n";
    for (int index = 0; index < m_facts.hiddenLayers; ++index)
        text += layerCall(index, buffer(index), buffer(index + 1));
    return text + layerCall(m_facts.hiddenLayers, buffer(m_facts.hiddenLayers), "raw") + "    return report;\n}\n";
}

constexpr std::string_view classifying = R"(
/// The number of the class that a row belongs to; outputCount if the row is refused (see infer).
static inline uint16_t %1classify(const float* row)
{
    %1Raw raw[%1outputCount];
    if (%1infer(row, raw).refused)
        return %1outputCount;
    uint16_t best = 0;
    for (uint16_t i = 1; i < %1outputCount; ++i)
        if (raw[i] > raw[best])
            best = i;
    return best;
}

/// The name of a class. On AVR it stands in flash.
static inline const char* %1className(uint16_t number)
{
    return broto_fromFlash(%1classNames + (number < %1outputCount ? number : %1outputCount));
}
)";

constexpr std::string_view predicting = R"(
/// The answer in its unit; NaN if the row is refused (see infer).
static inline float %1predict(const float* row)
{
    %1Raw raw[%1outputCount];
    return %1infer(row, raw).refused ? __builtin_nanf("") : %2;
}
)";

std::string C99Header::answerFunctions() const
{
    if (m_facts.isClassification)
        return fillTemplate(classifying, {m_prefix});
    const OutputDecoding& decoding = m_facts.model.decoding;
    const std::string answer = m_facts.isFloat ? "raw[0] * " + floatLiteral(decoding.target.deviation) + " + " +
                                                     floatLiteral(decoding.target.centre)
                                               : "broto_answerFromSum(raw[0], " + integerLiteral(decoding.offset[0]) +
                                                     ", " + floatLiteral(decoding.unit[0]) + ')';
    return fillTemplate(predicting, {m_prefix, answer});
}

constexpr std::string_view testing = R"(
/// Whether this processor gives the answers that the workbench gave, on the golden rows above.
static inline bool %1selfTest(void)
{
    const float* value = %1goldenRows;
    const %1Raw* expected = %1goldenOutputs;
    for (uint16_t golden = 0; golden < %1goldenRowCount; ++golden) {
        float row[%1featureCount];
        for (uint16_t feature = 0; feature < %1featureCount; ++feature, ++value)
            row[feature] = broto_fromFlash(value);
        %1Raw raw[%1outputCount];
        if (%1infer(row, raw).refused)
            return false;
        for (uint16_t output = 0; output < %1outputCount; ++output, ++expected)
            if (%2)
                return false;
    }
    return true;
}
)";

std::string C99Header::selfTest() const
{
    return fillTemplate(
        testing, {m_prefix, std::string(m_facts.isFloat ? "fabs((double)(raw[output] - broto_fromFlash(expected))) > "
                                                          "1e-4 * (1 + fabs((double)broto_fromFlash(expected)))"
                                                        : "raw[output] != broto_fromFlash(expected)")});
}

/// On an AVR: a byte a weight, however it is stored elsewhere, and all that goes with them.
std::int64_t C99Header::constantBytes() const
{
    std::int64_t bytes = flashBytes(m_facts).others;
    for (int index = 0; index <= m_facts.hiddenLayers; ++index) {
        const LayerShape& layer = m_facts.shape[static_cast<std::size_t>(index)];
        bytes += std::int64_t{layer.inputs} * layer.outputs * (m_facts.isFloat ? 4 : 1);
        if (!m_facts.isFloat && liesInGroups(m_facts.integerLayer(index))) // biases and multipliers in between
            bytes += std::int64_t{6} * layer.outputs;
    }
    return bytes;
}

std::string C99Header::text() const
{
    std::string data =
        "\n// 2. What you call it by\n\n" + constants() + "\n// 3. The model: what was learned\n\n" + inputs();
    if (const std::int64_t bytes = constantBytes(); bytes > nearAvrFlash)
        data += avrError("", "The model has " + std::to_string(bytes) +
                                 " bytes of constants, and AVR flash pointers reach 64 KiB, code included: take the "
                                 "C++ header.");
    for (int index = 0; index <= m_facts.hiddenLayers; ++index)
        data += layer(index);
    data += names() + goldenRows();
    const HeaderGuard guard = headerGuard(m_facts, HeaderLanguage::C99, data);
    return card() + guard.begin + "\n// 1. The arithmetic: the same lines run in the workbench, as C++\n\n" +
           runtime() + data + "\n// 4. What you call\n" + inferFunction() + answerFunctions() + selfTest() + guard.end;
}

}

Result<ExportedFiles> exportC99Header(const DeployableModel& model, std::string_view projectName)
{
    const HeaderFacts facts(model, projectName);
    if (facts.isStream())
        return message("export.c99-takes-no-windows",
                       BROTO_TEXT("core",
                                  "%1 is told by windows of readings, which only the C++ header computes. Choose "
                                  "the format cpp, and compile one file of your program as C++."),
                       model.name);
    if (facts.goldenRows.empty())
        return noGoldenRow(model);
    return ExportedFiles{{facts.identifier + "_c99.h", C99Header(facts).text()}};
}

}

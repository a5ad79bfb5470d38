#include "export/header_sections.h"

#include "common/fingerprint.h"
#include "common/message.h"
#include "export/cpp_text.h"
#include "export/header_stream.h"
#include "export/layer_calls.h"
#include "export/straight_line.h"

namespace broto {

namespace {

std::string bufferType(const HeaderFacts& facts)
{
    return facts.isFloat ? "float" : "int8_t";
}

std::string workspace(const HeaderFacts& facts)
{
    const auto buffer = [&facts](std::string_view name, int activations) {
        const std::string size = std::to_string(facts.bufferSize(activations));
        return facts.isFloat ? "    float " + std::string(name) + '[' + size + "];\n"
                             : "    BROTO_WORDS int8_t " + std::string(name) + "[BROTO_ACTIVATIONS(" + size + ")];\n";
    };
    return "/// What an inference works in: the activations of two layers.\nstruct Workspace {\n" +
           buffer("first", facts.firstBuffer) + buffer("second", facts.secondBuffer) + R"(};

/// The one that calls without a workspace of their own share.
inline Workspace* sharedWorkspace()
{
    static Workspace workspace;
    return &workspace;
}

)";
}

std::string hiddenFunction(const HeaderFacts& facts)
{
    const std::string type = bufferType(facts);
    std::string text = workspace(facts);
    text +=
        "/// Runs the hidden layers on the encoded row in workspace->first. Where the last one's activations are, in "
        "the form that\n/// the output layer reads; after hidden layer number `layers` already, then as bytes, if "
        "there is one of that number.\n"
        "enum { allLayers = 255 };\n"
        "BROTO_INLINE " +
        type + "* runHidden(Workspace* workspace, uint8_t layers)\n{\n    " + type +
        "* const first = workspace->first;\n    " + type + "* const second = workspace->second;\n" +
        "    (void)layers;\n    (void)second;\n";
    for (int layer = 0; layer < facts.hiddenLayers; ++layer)
        text += hiddenLayerCall(facts, layer) + leaveHidden(facts, layer + 1);
    return text + preparation(facts, facts.hiddenLayers) + "    return " + bufferBefore(facts.hiddenLayers) + ";\n}\n";
}

std::string outputFunction(const HeaderFacts& facts)
{
    return "\n/// The raw outputs for the encoded row in workspace->first.\n"
           "BROTO_ONCE inline void rawOutputs(Workspace* workspace, Raw* raw)\n{\n    const " +
           bufferType(facts) + "* x = runHidden(workspace, allLayers);\n" + outputLayerCall(facts) + "}\n";
}

/// Integers need no scores to find the largest.
std::string classFunction(const HeaderFacts& facts)
{
    if (!facts.isClassification || facts.isFloat)
        return {};
    return (facts.straightLine ? '\n' + straightLineFunction(facts) : std::string()) +
           "\n/// The class of the encoded row in workspace->first.\n"
           "BROTO_ONCE inline uint16_t classOf(Workspace* workspace)\n{\n" +
           classCall(facts) + "}\n" + (facts.straightLine ? "\n#endif\n" : "");
}

std::string inferFunction(const HeaderFacts& facts)
{
    return outputFunction(facts) + classFunction(facts) + R"(
inline runtime::InputReport infer(const float* row, Raw* raw, Workspace* workspace)
{
    const runtime::InputReport report = runtime::encodeRow(features, featureCount, row, workspace->first);
    if (!report.refused)
        rawOutputs(workspace, raw);
    return report;
}

inline runtime::InputReport infer(const float* row, Raw* raw)
{
    return infer(row, raw, sharedWorkspace());
}
)";
}

constexpr std::string_view classifyByScores = R"(
inline uint16_t classify(const float* row, Workspace* workspace)
{
    Raw raw[outputCount];
    return infer(row, raw, workspace).refused ? static_cast<uint16_t>(outputCount)
                                              : runtime::largest(raw, outputCount);
}
)";

constexpr std::string_view classifyIntegers = R"(
inline uint16_t classify(const float* row, Workspace* workspace)
{
    const bool refused = runtime::encodeRow(features, featureCount, row, workspace->first).refused != 0;
    return refused ? static_cast<uint16_t>(outputCount) : classOf(workspace);
}

inline uint16_t classifyCounts(const int16_t* counts, Workspace* workspace)
{
    runtime::encodeCounts(features, featureCount, counts, workspace->first);
    return classOf(workspace);
}

inline uint16_t classifyCounts(const int32_t* counts, Workspace* workspace)
{
    runtime::encodeCounts(features, featureCount, counts, workspace->first);
    return classOf(workspace);
}

inline uint16_t classifyCounts(const int16_t* counts)
{
    return classifyCounts(counts, sharedWorkspace());
}
)";

constexpr std::string_view classificationFunctions = R"(
inline uint16_t classify(const float* row)
{
    return classify(row, sharedWorkspace());
}

inline const char* className(uint16_t number)
{
    return number < outputCount ? runtime::fromFlash(outputNames + number) : noText;
}
)";

constexpr std::string_view regressionFunctions = R"(
/// From the raw output to the target's unit.
inline float answerFrom(const Raw* raw)
{
    return %1;
}

inline float predict(const float* row, Workspace* workspace)
{
    Raw raw[outputCount];
    return infer(row, raw, workspace).refused ? __builtin_nanf("") : answerFrom(raw);
}

inline float predict(const float* row)
{
    return predict(row, sharedWorkspace());
}
)";

std::string answerFunctions(const HeaderFacts& facts)
{
    if (facts.isClassification)
        return std::string(facts.isFloat ? classifyByScores : classifyIntegers) + std::string(classificationFunctions);
    const OutputDecoding& decoding = facts.model.decoding;
    const std::string decoded = facts.isFloat ? "raw[0] * " + floatLiteral(decoding.target.deviation) + " + " +
                                                    floatLiteral(decoding.target.centre)
                                              : "runtime::answerFromSum(raw[0], " + integerLiteral(decoding.offset[0]) +
                                                    ", " + floatLiteral(decoding.unit[0]) + ")";
    return fillTemplate(regressionFunctions, {decoded});
}

constexpr std::string_view selfTestFunctions = R"(
/// Whether an output is the expected one. %1
inline bool isExpected(Raw output, Raw expected)
{
    %2
}
%3
inline bool selfTest()
{
    const float* value = goldenRows;
    const Raw* expected = goldenOutputs;
    for (uint16_t golden = 0; golden < goldenRowCount; ++golden) {
        float row[featureCount];
        for (uint16_t feature = 0; feature < featureCount; ++feature)
            row[feature] = runtime::fromFlash(value++);
        Raw raw[outputCount];
        if (infer(row, raw).refused)
            return false;
        for (uint16_t output = 0; output < outputCount; ++output)
            if (!isExpected(raw[output], runtime::fromFlash(expected++)))
                return false;
    }
    return %4;
}
)";

std::string selfTestFunction(const HeaderFacts& facts)
{
    const std::string window = streamSelfTest(facts);
    const std::string rest = window.empty() ? "true" : "streamSelfTest()";
    if (!facts.isFloat)
        return fillTemplate(selfTestFunctions,
                            {"Integers are the same everywhere.", "return output == expected;", window, rest});
    return fillTemplate(selfTestFunctions, {"Floats differ a little between processors.",
                                            "return fabs(static_cast<double>(output - expected)) <= 1e-4 * (1 + "
                                            "fabs(static_cast<double>(expected)));",
                                            window, rest});
}

constexpr std::string_view modelType = R"(
/// The model as a type, for Broto's board_server.h: a program that answers over a serial line.
struct Model {
    typedef %1::Raw Raw;
    enum {
        featureCount = %1::featureCount,
        outputCount = %1::outputCount,
        hiddenLayerCount = %1::hiddenLayerCount,
        widestLayer = %1::widestLayer,
        isClassification = %2,
        isFloat = %3
    };
    static uint16_t rowLength() { return featureCount; }
    static uint16_t answerLength() { return outputCount; }
    static uint8_t depth() { return hiddenLayerCount; }
    static bool classifies() { return isClassification; }
    static uint64_t id() { return 0x%4ull; }
    static const char* name() { return nameText; }
    static const char* featureName(uint16_t feature) { return runtime::fromFlash(featureNames + feature); }
    static const char* featureUnit(uint16_t feature) { return runtime::fromFlash(featureUnits + feature); }
    static const char* outputName(uint16_t output) { return runtime::fromFlash(outputNames + output); }
    static const char* outputUnit() { return %5; }
    static runtime::InputReport infer(const float* row, Raw* raw) { return %1::infer(row, raw); }
    static uint16_t largestOutput(const Raw* raw) { return runtime::largest(raw, outputCount); }
    static float value(const Raw* raw) { return %6; }
    static bool selfTest() { return %1::selfTest(); }
%7%8};
)";

/// LAYER of the serial protocol: activations are integers, so a float model has none to show.
std::string hiddenMember(const HeaderFacts& facts)
{
    const std::string comment = "    /// Runs a row up to a hidden layer: how many activations that has and where they "
                                "are until the next call; 0 for\n    /// a row that is refused and a layer that is "
                                "not there.\n";
    if (facts.isFloat || facts.hiddenLayers == 0)
        return comment + "    static uint16_t hidden(uint8_t, const float*, const int8_t**) { return 0; }\n";
    return comment + "    static uint16_t hidden(uint8_t layer, const float* row, const int8_t** values)\n    {\n"
                     "        if (layer >= hiddenLayerCount)\n            return 0;\n"
                     "        Workspace* const workspace = sharedWorkspace();\n"
                     "        if (runtime::encodeRow(features, featureCount, row, workspace->first).refused)\n"
                     "            return 0;\n"
                     "        *values = runHidden(workspace, static_cast<uint8_t>(layer + 1));\n"
                     "        return static_cast<uint16_t>(runtime::fromFlash(hiddenSizes + layer));\n    }\n";
}

std::string modelStruct(const HeaderFacts& facts)
{
    const std::string value =
        facts.isClassification ? "static_cast<float>(raw[largestOutput(raw)])" : "answerFrom(raw)";
    return fillTemplate(modelType, {facts.identifier, std::int64_t{facts.isClassification}, std::int64_t{facts.isFloat},
                                    hexadecimal(modelId(facts.model)), facts.isClassification ? "noText" : "unitText",
                                    value, hiddenMember(facts), streamMembers(facts)});
}

}

std::string functionSection(const HeaderFacts& facts)
{
    return "namespace broto {\nnamespace " + facts.identifier + " {\n\n" + hiddenFunction(facts) +
           inferFunction(facts) + answerFunctions(facts) + streamFunctions(facts) + selfTestFunction(facts) +
           modelStruct(facts) + "\n} // namespace " + facts.identifier + "\n} // namespace broto\n";
}

}

#include "export/header_sections.h"

#include "export/cpp_text.h"
#include "export/header_stream.h"

namespace broto {

namespace {

std::string constants(const HeaderFacts& facts)
{
    const auto constant = [](std::string_view name, int value, std::string comment) {
        return enumerator(name, static_cast<std::size_t>(value), std::move(comment));
    };
    const CommentedLine lines[] = {
        constant("featureCount", facts.model.features(), "values in a row"),
        constant("inputCount", facts.inputs, "inputs of the network: a category takes several"),
        constant("outputCount", facts.outputs, facts.isClassification ? "classes" : "answers"),
        constant("hiddenLayerCount", facts.hiddenLayers, "layers before the output layer"),
        constant("widestLayer", facts.widestLayer(), "activations of the largest one, the inputs included")};
    return "enum {\n" + alignedLines(lines) + "};\n";
}

std::string enumeration(std::string_view comment, std::string_view type, std::span<const CommentedLine> lines)
{
    return "\n/// " + std::string(comment) + "\nenum " + std::string(type) + " {\n" + alignedLines(lines) + "};\n";
}

std::string featureEnumeration(const HeaderFacts& facts)
{
    std::vector<CommentedLine> places;
    for (const Feature& feature : facts.model.preprocessing.features)
        places.push_back(enumerator(facts.featureIdentifiers[places.size()], places.size(),
                                    nameWithUnit(feature.name, feature.unit)));
    return enumeration("Where a value stands in a row: row[" + facts.featureIdentifiers.front() + "].", "Feature",
                       places);
}

std::string categoryEnumeration(const HeaderFacts& facts)
{
    if (facts.categoryIdentifiers.empty())
        return {};
    std::vector<CommentedLine> categories;
    for (const Feature& feature : facts.model.preprocessing.features)
        for (std::size_t i = 0; i < feature.categories.size(); ++i)
            categories.push_back(enumerator(facts.categoryIdentifiers[categories.size()], i,
                                            commentText(feature.name) + ": " + commentText(feature.categories[i])));
    return enumeration("What a row holds where a feature is a category.", "Category", categories);
}

std::string classEnumeration(const HeaderFacts& facts)
{
    if (!facts.isClassification)
        return {};
    std::vector<CommentedLine> classes;
    for (const std::string& name : facts.model.decoding.target.classes)
        classes.push_back(enumerator(facts.classIdentifiers[classes.size()], classes.size(), commentText(name)));
    return enumeration("What classify answers.", "Class", classes);
}

std::string rawType(const HeaderFacts& facts)
{
    const std::string_view type = facts.isFloat ? "float" : "int32_t";
    std::string comment;
    if (!facts.isClassification)
        comment = facts.isFloat ? "The answer before it is scaled to its unit."
                                : "The sum of the last neuron; the same integer on every machine.";
    else if (facts.isFloat)
        comment = "One score a class; their softmax is how sure the network is.";
    else
        comment = "One score a class, the same integers on every machine. The softmax of score * " +
                  floatLiteral(facts.model.decoding.scoreScale) + " is how sure the network is.";
    std::string text;
    const std::string lines = wrappedComment(comment, 0);
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = lines.find('\n', begin) + 1;
        text += '/' + lines.substr(begin, end - begin);
        begin = end;
    }
    return text + "typedef " + std::string(type) + " Raw;\n";
}

constexpr std::string_view workspaceDeclaration = R"(
/// What an inference works in. Calls without one share one, so that only one may run at a time; interrupts and threads
/// that call at the same time give each their own: broto::...::Workspace workspace; infer(row, raw, &workspace).
struct Workspace;
)";

constexpr std::string_view classificationDeclarations = R"(
/// The number of the class that a row belongs to; outputCount if the row is refused (see infer).
inline uint16_t classify(const float* row);
inline uint16_t classify(const float* row, Workspace* workspace);

/// The name of a class. On AVR it stands in flash: cast it to (const __FlashStringHelper*) to print it.
inline const char* className(uint16_t number);
)";

constexpr std::string_view countDeclarations = R"(
/// The same for a row of whole numbers up to 2^24 in size, as a sensor's converter counts them: without any float.
inline uint16_t classifyCounts(const int16_t* counts);
inline uint16_t classifyCounts(const int16_t* counts, Workspace* workspace);
inline uint16_t classifyCounts(const int32_t* counts, Workspace* workspace);
)";

constexpr std::string_view regressionDeclarations = R"(
/// The answer in its unit; NaN if the row is refused (see infer).
inline float predict(const float* row);
inline float predict(const float* row, Workspace* workspace);
)";

constexpr std::string_view commonFunctions = R"(
/// Raw outputs for a row. The report tells how many values lie outside the range of the training, and whether the row
/// was refused because a value is missing (NaN) that nothing stands for: then there are no outputs.
inline runtime::InputReport infer(const float* row, Raw* raw);
inline runtime::InputReport infer(const float* row, Raw* raw, Workspace* workspace);

/// Whether this processor gives the answers that the workbench gave, on the golden rows below.
inline bool selfTest();
)";

}

std::string interfaceSection(const HeaderFacts& facts)
{
    std::string text =
        "namespace broto {\n\nnamespace runtime {\nstruct InputReport;\n}\n\nnamespace " + facts.identifier + " {\n\n";
    text += constants(facts) + streamConstants(facts) + featureEnumeration(facts) + categoryEnumeration(facts) +
            classEnumeration(facts);
    text += '\n' + rawType(facts) + std::string(workspaceDeclaration) + streamDeclarations(facts);
    text += facts.isClassification ? classificationDeclarations : regressionDeclarations;
    text += facts.isClassification && !facts.isFloat ? countDeclarations : "";
    text += commonFunctions;
    return text + "\n} // namespace " + facts.identifier + "\n} // namespace broto\n";
}

}

#include "export/header_sections.h"

#include "common/fingerprint.h"
#include "common/number_text.h"
#include "export/card_promises.h"
#include "export/cost_estimate.h"
#include "export/cpp_text.h"

#include <cmath>

namespace broto {

namespace {

constexpr std::size_t cardLabelWidth = 12;
constexpr std::size_t longestExampleRow = 8; // features; longer rows are filled one by one

std::string cardLine(std::string_view label, const std::string& text)
{
    std::string start = "  " + std::string(label);
    start.resize(cardLabelWidth, ' ');
    return wrappedComment(start + text, cardLabelWidth);
}

std::string counted(int count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string taskText(const HeaderFacts& facts)
{
    const Target& target = facts.model.decoding.target;
    if (facts.isClassification)
        return "classification: " + commentText(target.name) + ", one of " + counted(facts.outputs, "class", "classes");
    return "regression: " + nameWithUnit(target.name, target.unit);
}

std::string networkText(const HeaderFacts& facts)
{
    std::string text = counted(facts.inputs, "input", "inputs");
    for (int layer = 0; layer < facts.hiddenLayers; ++layer) {
        const LayerShape& shape = facts.shape[static_cast<std::size_t>(layer)];
        text += ", " + std::to_string(shape.outputs) + ' ' + std::string(activationName(shape.activation));
    }
    return text + ", " + counted(facts.outputs, "output", "outputs") + "; " +
           std::to_string(parameterCount(facts.shape)) + " parameters in " + storageText(facts.model);
}

std::string qualityText(const Provenance& provenance)
{
    if (std::isnan(provenance.testMetric))
        return "not judged: there were no test rows";
    return commentText(provenance.metric) + ' ' + fixed(provenance.testMetric, 4) +
           " on the test rows, which the training has not seen";
}

std::string originText(const HeaderFacts& facts)
{
    const Provenance& provenance = facts.model.provenance;
    return "data " + hexadecimal(provenance.dataFingerprint) + ", seed " + std::to_string(provenance.seed) + ", " +
           counted(provenance.epochs, "epoch", "epochs") + "; model id " + hexadecimal(modelId(facts.model));
}

std::string costText(const HeaderFacts& facts, const CardCosts& costs)
{
    return std::to_string(costs.weightBytes) + " bytes of weights in flash, " + std::to_string(costs.ramBytes) +
           " bytes of activations" +
           (facts.isStream() ? " and " + std::to_string(streamRamBytes(*facts.model.preprocessing.stream)) +
                                   " bytes of readings and features"
                             : "") +
           " in RAM; " + std::to_string(multiplicationCount(facts.shape)) + " multiplications";
}

std::string featureText(const Feature& feature)
{
    std::string text = nameWithUnit(feature.name, feature.unit);
    if (feature.categories.empty())
        return text + ", trained from " + plainNumber(feature.lowest) + " to " + plainNumber(feature.highest);
    text += ", a category by its number:";
    for (std::size_t i = 0; i < feature.categories.size(); ++i)
        text += (i ? ", " : " ") + std::to_string(i) + " = " + commentText(feature.categories[i]);
    return text;
}

std::string channelText(const StreamChannel& channel)
{
    const std::string text = nameWithUnit(channel.name, channel.unit);
    if (channel.missing == MissingReading::Fill)
        return text + ", " + plainNumber(channel.fill) + " where it is missing";
    return channel.missing == MissingReading::LastValue ? text + ", the last one where it is missing" : text;
}

std::string readingLines(const HeaderFacts& facts)
{
    if (!facts.isStream())
        return {};
    const Stream& stream = *facts.model.preprocessing.stream;
    const std::string rate = stream.readingsPerSecond > 0
                                 ? ", " + plainNumber(static_cast<float>(stream.readingsPerSecond)) + " times a second"
                                 : std::string();
    std::string text = commentLine("A reading, in raw units" + rate + ":");
    for (std::size_t i = 0; i < stream.channels.size(); ++i)
        text += cardLine('[' + std::to_string(i) + ']', channelText(stream.channels[i]));
    return text + commentLine("") +
           commentLine("A window is " + counted(stream.length, "reading", "readings") + ", the next one begins " +
                       counted(stream.stride, "reading", "readings") + " later. Its features are the row.") +
           commentLine("");
}

std::string rowCardLines(const HeaderFacts& facts)
{
    std::string text = readingLines(facts) + commentLine("A row, in raw units; a missing value is NaN:");
    const std::vector<Feature>& features = facts.model.preprocessing.features;
    for (std::size_t i = 0; i < features.size(); ++i)
        text += cardLine('[' + std::to_string(i) + ']', featureText(features[i]));
    return text;
}

std::string answerLines(const HeaderFacts& facts)
{
    const Target& target = facts.model.decoding.target;
    if (!facts.isClassification)
        return commentLine("The answer: " + nameWithUnit(target.name, target.unit));
    std::string text = commentLine("The answer, " + commentText(target.name) + ", by its number:");
    for (std::size_t i = 0; i < target.classes.size(); ++i)
        text += cardLine(std::to_string(i), commentText(target.classes[i]));
    return text;
}

/// A row for the example: the first golden one that a person can type.
std::string exampleRowText(const HeaderFacts& facts)
{
    for (const GoldenRow& golden : facts.goldenRows) {
        std::string text;
        bool whole = golden.row.size() <= longestExampleRow;
        for (const float value : golden.row) {
            whole = whole && std::isfinite(value);
            text += (text.empty() ? "" : ", ") + floatLiteral(value);
        }
        if (whole)
            return "const float row[] = {" + text + "};";
    }
    return "float row[" + std::to_string(facts.model.features()) + "]; // and fill it: row[0] = ...";
}

std::string useLines(const HeaderFacts& facts)
{
    const std::string scope = "broto::" + facts.identifier;
    std::string text = commentLine("How to use it (an Arduino sketch; include it in one source file only):");
    const auto code = [&text](const std::string& source) { text += commentLine("    " + source); };
    code("#include \"" + facts.identifier + ".h\"");
    if (facts.isStream()) {
        code("float reading[] = {...}; // a value a channel, as often as the sensor is read");
        code("if (!" + scope + "::push(reading)) return; // the window is not full yet");
        code("const float* row = " + scope + "::window();");
    } else {
        code(exampleRowText(facts));
    }
    if (facts.isClassification) {
        code("uint16_t answer = " + scope + "::classify(row);");
        code("if (answer == " + scope + "::" + facts.classIdentifiers.front() + ") digitalWrite(LED_BUILTIN, HIGH);");
        code("Serial.println((const __FlashStringHelper*)" + scope + "::className(answer)); // names are in flash");
    } else {
        code("float answer = " + scope + "::predict(row);");
        code("Serial.println(answer);");
    }
    return text;
}

}

std::string cardFacts(const HeaderFacts& facts, std::string_view kind, const CardCosts& costs)
{
    const DeployableModel& model = facts.model;
    std::string text = commentLine("SPDX-License-Identifier: MIT-0");
    text += wrappedComment(commentText(facts.project.empty() ? facts.identifier : facts.project) + ", variant " +
                               commentText(model.name) + ": a neural network in one " + std::string(kind) +
                               " header, made by Broto " + commentText(model.provenance.version),
                           0);
    text += commentLine("");
    text += cardLine("Task", taskText(facts));
    text += cardLine("Network", networkText(facts));
    text += cardLine("Quality", qualityText(model.provenance));
    text += cardLine("Origin", originText(facts));
    text += cardLine("Costs", costText(facts, costs));
    return text;
}

std::string cardRows(const HeaderFacts& facts)
{
    return rowCardLines(facts) + commentLine("") + answerLines(facts);
}

std::string cardLicence()
{
    return wrappedComment("You may use, copy, change, publish and sell this file without asking and without naming "
                          "its source. It comes as it is, without warranty of any kind.",
                          0);
}

std::string modelCard(const HeaderFacts& facts)
{
    const std::string empty = commentLine("");
    return cardFacts(facts, "C++11", {weightBytes(facts.model), facts.ramBytes()}) + empty + boardCosts(facts) + empty +
           promises(facts, "all in namespace broto", "calls without a Workspace of their own share one") + empty +
           cardRows(facts) + empty + useLines(facts) + empty + cardLicence();
}

}

#include "export/readme_text.h"

#include "common/fingerprint.h"
#include "common/number_text.h"
#include "export/cpp_text.h"
#include "export/utf8.h"

#include <cmath>

namespace broto {

namespace {

constexpr std::size_t longestSentence = 250; // what PlatformIO takes, with room

std::string cutBytes(const std::string& text, std::size_t most)
{
    std::string result;
    for (const char32_t c : codePoints(text)) {
        std::string one;
        appendUtf8(one, c);
        if (result.size() + one.size() > most)
            break;
        result += one;
    }
    return result;
}

std::string cell(const std::string& text)
{
    return ' ' + (text.empty() ? std::string("–") : text) + " |";
}

std::string rangeText(const Feature& feature)
{
    if (feature.categories.empty())
        return plainNumber(feature.lowest) + " to " + plainNumber(feature.highest);
    std::string text;
    for (std::size_t i = 0; i < feature.categories.size(); ++i)
        text += (i ? ", " : "") + std::to_string(i) + " = " + markdownText(feature.categories[i]);
    return text;
}

std::string featureTable(const HeaderFacts& facts)
{
    std::string text = "| place in a row | value | unit | trained on |\n|---|---|---|---|\n";
    for (std::size_t i = 0; i < facts.featureIdentifiers.size(); ++i) {
        const Feature& feature = facts.model.preprocessing.features[i];
        text += "| `" + facts.featureIdentifiers[i] + "` |" + cell(markdownText(feature.name)) +
                cell(markdownText(feature.unit)) + cell(rangeText(feature)) + '\n';
    }
    return text;
}

std::string channelTable(const HeaderFacts& facts)
{
    if (!facts.isStream())
        return {};
    const Stream& stream = *facts.model.preprocessing.stream;
    std::string text = "| place in a reading | channel | unit |\n|---|---|---|\n";
    for (std::size_t i = 0; i < stream.channels.size(); ++i)
        text += "| " + std::to_string(i) + " |" + cell(markdownText(stream.channels[i].name)) +
                cell(markdownText(stream.channels[i].unit)) + '\n';
    return text + "\nA window is " + std::to_string(stream.length) + " readings; its features are the row.\n\n";
}

std::string answerTable(const HeaderFacts& facts)
{
    const Target& target = facts.model.decoding.target;
    if (!facts.isClassification)
        return "The answer is " + markdownText(nameWithUnit(target.name, target.unit)) + ".";
    std::string text = "| answer | " + markdownText(target.name) + " |\n|---|---|\n";
    for (std::size_t i = 0; i < target.classes.size(); ++i)
        text += "| `" + facts.classIdentifiers[i] + "` |" + cell(markdownText(target.classes[i])) + '\n';
    text.pop_back();
    return text;
}

}

std::string plainTitle(const HeaderFacts& facts)
{
    return commentText(facts.project.empty() ? facts.identifier : facts.project) + ", variant " +
           commentText(facts.model.name);
}

std::string plainSentence(const HeaderFacts& facts)
{
    const Target& target = facts.model.decoding.target;
    const std::string answer = facts.isClassification
                                   ? commentText(target.name) + " (" + std::to_string(facts.outputs) + " classes)"
                                   : nameWithUnit(target.name, target.unit);
    const std::string from =
        facts.isStream()
            ? "windows of " + std::to_string(facts.model.preprocessing.stream->channels.size()) + " channels"
            : std::to_string(facts.model.features()) + " values";
    return cutBytes("A small neural network that tells " + answer + " from " + from + ": " + plainTitle(facts) + '.',
                    longestSentence);
}

std::string plainParagraph(const HeaderFacts& facts)
{
    const Provenance& made = facts.model.provenance;
    std::string text = std::to_string(weightBytes(facts.model)) + " bytes of weights in " + storageText(facts.model) +
                       ", " + std::to_string(facts.ramBytes()) + " bytes of activations. ";
    if (!std::isnan(made.testMetric))
        text += commentText(made.metric) + ' ' + fixed(made.testMetric, 4) + " on test rows. ";
    return text + "Model id " + hexadecimal(modelId(facts.model)) + ", data " + hexadecimal(made.dataFingerprint) +
           ", seed " + std::to_string(made.seed) + ". Made with Broto " + commentText(made.version) + '.';
}

std::string markdownText(std::string_view text)
{
    constexpr std::string_view special = "\\`*_[]<>|~&$";
    std::string result;
    for (const char c : commentText(text)) {
        if (special.find(c) != std::string_view::npos)
            result += '\\';
        result += c;
    }
    return result;
}

std::string markdownSummary(const HeaderFacts& facts)
{
    return markdownText(plainSentence(facts)) + "\n\n" + markdownText(plainParagraph(facts));
}

std::string markdownTables(const HeaderFacts& facts)
{
    return channelTable(facts) + featureTable(facts) + '\n' + answerTable(facts);
}

std::string exampleCall(const HeaderFacts& facts)
{
    const std::string scope = "broto::" + facts.identifier;
    std::string text =
        facts.isStream() ? "if (" + scope + "::push(reading)) { // a window is full\n    const float* row = " + scope +
                               "::window();\n    "
                         : "float row[" + scope + "::featureCount];\nrow[" + scope +
                               "::" + facts.featureIdentifiers.front() + "] = 1.0f; // and so on\n";
    text += facts.isClassification ? "uint16_t answer = " + scope + "::classify(row);"
                                   : "float answer = " + scope + "::predict(row);";
    return text + (facts.isStream() ? "\n}" : "");
}

}

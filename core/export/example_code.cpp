#include "export/example_code.h"

#include "export/cpp_text.h"
#include "export/identifier.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace broto {

namespace {

constexpr std::size_t analogPins = 6; // of an Uno, and of the first converter of an ESP32
constexpr unsigned long usualPeriod = 10'000;

const Feature& featureAt(const HeaderFacts& facts, std::size_t index)
{
    return facts.model.preprocessing.features[index];
}

/// The first golden row that lacks nothing; else the first.
const std::vector<float>& exampleRow(const HeaderFacts& facts)
{
    for (const GoldenRow& golden : facts.goldenRows)
        if (std::all_of(golden.row.begin(), golden.row.end(), [](float value) { return std::isfinite(value); }))
            return golden.row;
    return facts.goldenRows.front().row;
}

std::string commentFor(const Feature& feature, float value)
{
    const std::string name = nameWithUnit(feature.name, feature.unit);
    const auto chosen = static_cast<std::size_t>(std::clamp(value, 0.0f, 255.0f));
    if (value >= 0 && chosen < feature.categories.size())
        return name + ": " + commentText(feature.categories[chosen]);
    return name;
}

CommentedLine assignment(const HeaderFacts& facts, std::size_t index, const std::string& value,
                         const std::string& comment)
{
    return {"    row[model::" + facts.featureIdentifiers[index] + "] = " + value + ';', comment};
}

std::string withoutLastBreak(std::string text)
{
    if (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::string measuredBetween(std::size_t pin, float lowest, float highest)
{
    return "measured(" + std::to_string(pin) + ", " + floatLiteral(lowest) + ", " + floatLiteral(highest) + ')';
}

/// Smallest and largest value of a channel in the golden window; all that a converter counts where there is none.
std::pair<float, float> channelRange(const HeaderFacts& facts, std::size_t channel)
{
    const std::size_t channels = facts.model.preprocessing.stream->channels.size();
    std::pair<float, float> range(0.0f, 1.0f);
    bool found = false;
    for (std::size_t i = channel; i < facts.model.goldenWindow.size(); i += channels) {
        const float value = facts.model.goldenWindow[i];
        if (!std::isfinite(value))
            continue;
        range =
            found ? std::pair(std::min(range.first, value), std::max(range.second, value)) : std::pair(value, value);
        found = true;
    }
    return range;
}

/// The unit behind an answer, as it stands between quotes: " l/min".
std::string unitLiteral(const HeaderFacts& facts)
{
    const std::string& unit = facts.model.decoding.target.unit;
    return stringLiteral(unit.empty() ? "" : ' ' + unit);
}

std::string printedAnswerLines(const HeaderFacts& facts)
{
    if (!facts.isClassification)
        return "    printf(\"%.6g%s\\n\", static_cast<double>(model::predict(row)), " + unitLiteral(facts) + ");";
    return "    const uint16_t answer = model::classify(row);\n"
           "    if (answer == model::outputCount)\n"
           "        printf(\"The row is refused: a value is missing.\\n\");\n"
           "    else\n"
           "        printf(\"%s\\n\", model::className(answer));";
}

}

std::string rowLines(const HeaderFacts& facts)
{
    const std::vector<float>& row = exampleRow(facts);
    std::vector<CommentedLine> lines;
    for (std::size_t i = 0; i < row.size(); ++i)
        lines.push_back(assignment(facts, i, floatLiteral(row[i]), commentFor(featureAt(facts, i), row[i])));
    return withoutLastBreak(alignedLines(lines));
}

std::string sensorLines(const HeaderFacts& facts)
{
    const std::vector<float>& row = exampleRow(facts);
    std::vector<CommentedLine> lines;
    std::size_t pin = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Feature& feature = featureAt(facts, i);
        const bool isMeasured = feature.categories.empty() && pin < analogPins;
        const std::string value =
            isMeasured ? measuredBetween(pin++, feature.lowest, feature.highest) : floatLiteral(row[i]);
        lines.push_back(assignment(facts, i, value, commentFor(feature, row[i])));
    }
    return withoutLastBreak(alignedLines(lines));
}

std::string channelSensorLines(const HeaderFacts& facts)
{
    const std::vector<StreamChannel>& channels = facts.model.preprocessing.stream->channels;
    std::vector<std::string> names;
    for (const StreamChannel& channel : channels)
        names.push_back(channel.name);
    const std::vector<std::string> identifiers = uniqueIdentifiers("channel", names);
    std::vector<CommentedLine> lines;
    for (std::size_t c = 0; c < channels.size(); ++c) {
        const auto [lowest, highest] = channelRange(facts, c);
        const std::string value = c < analogPins ? measuredBetween(c, lowest, highest) : floatLiteral(lowest);
        lines.push_back({"    reading[model::" + identifiers[c] + "] = " + value + ';',
                         nameWithUnit(channels[c].name, channels[c].unit)});
    }
    return withoutLastBreak(alignedLines(lines));
}

std::string pinLines()
{
    return R"(#if defined(ARDUINO_ARCH_ESP32)
static const uint8_t pins[] = {36, 39, 34, 35, 32, 33}; // of the first converter: the second one serves the radio
static const float largestCount = 4095;
#elif defined(ARDUINO_ARCH_ESP8266)
static const uint8_t pins[] = {A0, A0, A0, A0, A0, A0}; // there is only one
static const float largestCount = 1023;
#else
static const uint8_t pins[] = {A0, A1, A2, A3, A4, A5};
static const float largestCount = 1023;
#endif)";
}

std::string goldenReading(const HeaderFacts& facts)
{
    if (facts.hasGoldenWindow())
        return "broto::runtime::fromFlash(model::goldenReadings + i * model::channelCount + channel)";
    return "static_cast<float>(i % 16)";
}

std::string serialAnswerLines(const HeaderFacts& facts)
{
    if (!facts.isClassification)
        return "    Serial.print(model::predict(row), 4);\n    Serial.println(F(" + unitLiteral(facts) + "));";
    return "    const uint16_t answer = model::classify(row);\n"
           "    if (answer == model::outputCount)\n"
           "        Serial.println(F(\"The row is refused: a value is missing.\"));\n"
           "    else // names are in flash\n"
           "        Serial.println(reinterpret_cast<const __FlashStringHelper*>(model::className(answer)));";
}

std::string printedExample(const HeaderFacts& facts)
{
    if (!facts.isStream())
        return "    static float row[model::featureCount];\n" + rowLines(facts) + '\n' + printedAnswerLines(facts);
    return "    bool isFull = false;\n"
           "    model::restart();\n"
           "    for (uint16_t i = 0; i < model::windowLength; ++i) {\n"
           "        float reading[model::channelCount];\n"
           "        for (uint8_t channel = 0; channel < model::channelCount; ++channel)\n"
           "            reading[channel] = " +
           goldenReading(facts) +
           ";\n        isFull = model::push(reading);\n    }\n"
           "    if (!isFull)\n        return;\n    const float* row = model::window();\n" +
           printedAnswerLines(facts);
}

std::string periodLiteral(const HeaderFacts& facts)
{
    const double rate = facts.model.preprocessing.stream->readingsPerSecond;
    return std::to_string(rate > 0 ? static_cast<unsigned long>(std::clamp(std::round(1e6 / rate), 1.0, 2e9))
                                   : usualPeriod);
}

std::string rateText(const HeaderFacts& facts)
{
    const double rate = facts.model.preprocessing.stream->readingsPerSecond;
    return rate > 0 ? plainNumber(static_cast<float>(rate)) + " times a second"
                    : "100 times a second (how often it was in the training is not known)";
}

}

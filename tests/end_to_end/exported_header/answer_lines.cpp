#include "answer_lines.h"

#include "common/fingerprint.h"
#include "compression/predictor.h"
#include "support/emulated/made_up_readings.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <sstream>

namespace broto {

namespace {

std::string hexDigits(std::uint32_t value, std::size_t digits)
{
    return ' ' + hexadecimal(value).substr(16 - digits);
}

void addNames(std::vector<std::string>& lines, const DeployableModel& model, const std::string& identifier)
{
    const std::string id = hexadecimal(modelId(model));
    lines.push_back("name " + identifier + ' ' + id.substr(0, 8) + ' ' + id.substr(8));
    for (const Feature& feature : model.preprocessing.features)
        lines.push_back("feature " + feature.name + '|' + feature.unit);
    const Target& target = model.decoding.target;
    if (target.task == Task::Regression)
        lines.push_back("output " + target.name + '|' + target.unit);
    for (const std::string& name : target.classes)
        lines.push_back("output " + name + '|');
}

std::string rowLine(const DeployableModel& model, const Prediction& prediction)
{
    std::string line = "row" + hexDigits(prediction.refused, 1) +
                       hexDigits(static_cast<std::uint32_t>(prediction.refusedFeature), 4) +
                       hexDigits(static_cast<std::uint32_t>(prediction.outOfRange), 4);
    if (prediction.refused)
        return line;
    for (const std::int32_t raw : prediction.raw)
        line += hexDigits(static_cast<std::uint32_t>(raw), 8);
    for (const float raw : prediction.rawFloat)
        line += hexDigits(std::bit_cast<std::uint32_t>(raw), 8);
    return line + (model.decoding.target.task == Task::Classification
                       ? hexDigits(static_cast<std::uint32_t>(prediction.classIndex), 4)
                       : hexDigits(std::bit_cast<std::uint32_t>(prediction.value), 8));
}

std::string hiddenLine(const std::vector<std::int8_t>& activations)
{
    std::string line = "hidden";
    for (const std::int8_t value : activations)
        line += hexDigits(static_cast<std::uint8_t>(value), 2);
    return line;
}

std::string windowLine(const std::vector<float>& features)
{
    std::string line = "window";
    for (const float feature : features)
        line += hexDigits(std::bit_cast<std::uint32_t>(feature), 8);
    return line;
}

void addWindows(std::vector<std::string>& lines, const ExportedModel& exported)
{
    if (!exported.model.preprocessing.stream)
        return;
    const std::size_t channels = exported.model.preprocessing.stream->channels.size();
    StreamPredictor predictor(exported.model);
    MadeUpReadings readings;
    std::vector<float> reading(channels);
    for (int i = 0; i < exported.readings; ++i) {
        readings.next(reading.data(), static_cast<std::uint8_t>(channels));
        const std::optional<Prediction> prediction = predictor.push(reading);
        if (!prediction)
            continue;
        lines.push_back(windowLine(predictor.features()));
        lines.push_back(rowLine(exported.model, *prediction));
    }
}

/// Names may hold line breaks; the lines of what was said do not.
std::vector<std::string> splitAtLineBreaks(const std::vector<std::string>& lines)
{
    std::vector<std::string> pieces;
    for (const std::string& line : lines) {
        std::istringstream stream(line);
        for (std::string piece; std::getline(stream, piece);)
            pieces.push_back(piece);
    }
    return pieces;
}

bool nearlyEqual(const std::string& said, const std::string& expected)
{
    if (said == expected)
        return true;
    if (said.size() != 8 || expected.size() != 8)
        return false;
    const auto number = [](const std::string& bits) {
        return std::bit_cast<float>(static_cast<std::uint32_t>(std::stoul(bits, nullptr, 16)));
    };
    return std::abs(number(said) - number(expected)) <= 1e-5f * std::max(1.0f, std::abs(number(expected)));
}

bool nearlyEqualLines(const std::string& said, const std::string& expected)
{
    std::istringstream words(said), expectedWords(expected);
    std::string word, expectedWord;
    while (expectedWords >> expectedWord)
        if (!(words >> word) || !nearlyEqual(word, expectedWord))
            return false;
    return !(words >> word);
}

}

std::string streamingProgram(const ExportedModel& exported, const std::string& identifier)
{
    std::string text = "#include \"" + identifier + ".h\"\n\nnamespace model = broto::" + identifier + ";\n\n";
    text += "enum { rowCount = " + std::to_string(exported.rows.size()) +
            ", readingCount = " + std::to_string(exported.readings) + " };\n";
    text += "static const uint32_t rowBits[] BROTO_FLASH = {\n";
    if (exported.rows.empty())
        text += '0'; // an array of nothing is not C++
    for (const std::vector<float>& row : exported.rows) {
        for (const float value : row)
            text += "0x" + hexadecimal(std::bit_cast<std::uint32_t>(value)).substr(8) + ", ";
        text += '\n';
    }
    // A compiler without an operating system does not know main, and would call it by its C++ name.
    return text + "};\n\n#include \"stream_answers.h\"\n\n#if !__STDC_HOSTED__\nextern \"C\" int main();\n#endif\n\n"
                  "int main()\n{\n    streamAnswers();\n    finish();\n    return 0;\n}\n";
}

std::vector<std::string> expectedLines(const ExportedModel& exported, const std::string& identifier)
{
    const DeployableModel& model = exported.model;
    Predictor predictor(model);
    std::vector<std::string> lines = {"selftest PASS"};
    addNames(lines, model, identifier);
    const auto layers = static_cast<int>(model.layers.size());
    for (const std::vector<float>& row : exported.rows) {
        const Prediction prediction = predictor.predict(row);
        lines.push_back(rowLine(model, prediction));
        for (int layer = 0; layer + 1 < layers && !prediction.refused && model.arithmetic == Arithmetic::Int8; ++layer)
            lines.push_back(hiddenLine(predictor.hiddenActivations(row, layer)));
    }
    addWindows(lines, exported);
    lines.push_back("end");
    return splitAtLineBreaks(lines);
}

QString firstDifference(const std::vector<std::string>& said, const std::vector<std::string>& expected, bool isFloat)
{
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const std::string line = i < said.size() ? said[i] : "nothing";
        const bool equal = line == expected[i] || (isFloat && nearlyEqualLines(line, expected[i]));
        if (!equal)
            return QStringLiteral("line %1 is \"%2\" instead of \"%3\"")
                .arg(i + 1)
                .arg(QString::fromStdString(line), QString::fromStdString(expected[i]));
    }
    return said.size() == expected.size() ? QString() : QStringLiteral("there are further lines");
}

}

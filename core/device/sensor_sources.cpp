#include "device/sensor_sources.h"

#include "device/text_marks.h"
#include "export/cpp_text.h"
#include "sensor_files.h"

#include <algorithm>
#include <string_view>

namespace broto {

namespace {

std::size_t indexOf(const std::vector<std::string>& names, const std::string& name)
{
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::string unitOf(const DeployableModel& model, std::size_t index)
{
    const std::optional<Stream>& stream = model.preprocessing.stream;
    return stream ? stream->channels[index].unit : model.preprocessing.features[index].unit;
}

std::string withoutLastBreak(std::string text)
{
    if (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::string_view headerTemplate()
{
    for (const EmbeddedFile& file : sensorFiles())
        if (file.name.ends_with("sensors.h.in"))
            return file.bytes;
    return {};
}

}

std::string sensorsHeader(const std::vector<SensorPin>& pins, const DeployableModel& model, const Board& board)
{
    const std::vector<std::string> names = sensedNames(model);
    std::string texts, cases;
    std::vector<CommentedLine> readings;
    for (const SensorPin& pin : pins) {
        const std::size_t index = indexOf(names, pin.feature);
        const std::string number = std::to_string(index), unit = unitOf(model, index);
        const std::string text = "pinOfValue" + number;
        texts += "static const char " + text + "[] BROTO_FLASH = " + stringLiteral(pin.pin) + ";\n";
        readings.push_back({"        values[" + number + "] = runtime::sensorValue(analogRead(" + pin.pin + "), " +
                                floatLiteral(pin.factor) + ", " + floatLiteral(pin.offset) + ");",
                            commentText(unit.empty() ? pin.feature : pin.feature + " [" + unit + ']')});
        cases += "        case " + number + ":\n            return " + text + ";\n";
    }
    std::string header(headerTemplate());
    replaceAll(header, "@LARGEST@", std::to_string(largestReading(board)));
    replaceAll(header, "@NAMES@", withoutLastBreak(texts));
    replaceAll(header, "@COUNT@", std::to_string(names.size()));
    replaceAll(header, "@CASES@", withoutLastBreak(cases));
    // The last, for names of features may look like marks.
    replaceAll(header, "@READINGS@", withoutLastBreak(alignedLines(readings)));
    return header;
}

}

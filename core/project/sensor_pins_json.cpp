#include "project/sensor_pins_json.h"

#include <algorithm>

namespace broto {

namespace {

constexpr std::size_t longestPinText = 64; ///< of a board and of a pin

std::string shortTextFrom(const CheckedJson& json)
{
    std::string text = json.text();
    if (text.empty() || text.size() > longestPinText)
        json.reportRange();
    return text;
}

std::vector<SensorPin> pinsFrom(const CheckedJson& json)
{
    std::vector<SensorPin> pins;
    for (const CheckedJson& item : json.items()) {
        const SensorPin pin{item["feature"].text(), shortTextFrom(item["pin"]), item["factor"].realNumber(),
                            item["offset"].realNumber()};
        if (std::any_of(pins.begin(), pins.end(), [&](const SensorPin& other) { return other.feature == pin.feature; }))
            item["feature"].reportRange();
        pins.push_back(pin);
    }
    return pins;
}

}

Json toJson(const std::map<std::string, std::vector<SensorPin>>& pinsOfBoards)
{
    Json boards = Json::array();
    for (const auto& [board, pins] : pinsOfBoards) {
        Json list = Json::array();
        for (const SensorPin& pin : pins)
            list.push_back({{"feature", pin.feature},
                            {"pin", pin.pin},
                            {"factor", jsonNumber(pin.factor)},
                            {"offset", jsonNumber(pin.offset)}});
        boards.push_back({{"board", board}, {"pins", std::move(list)}});
    }
    return boards;
}

std::map<std::string, std::vector<SensorPin>> sensorPinsFrom(const CheckedJson& json)
{
    std::map<std::string, std::vector<SensorPin>> boards;
    for (const CheckedJson& item : json.items())
        if (!boards.emplace(shortTextFrom(item["board"]), pinsFrom(item["pins"])).second)
            item["board"].reportRange();
    return boards;
}

}

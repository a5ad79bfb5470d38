#include "device/sensor_pin.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace broto {

namespace {

std::string listed(const std::vector<std::string>& names)
{
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

bool hasName(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Channels are numbers always.
bool hasCategories(const DeployableModel& model, const std::string& name)
{
    const std::vector<Feature>& features = model.preprocessing.features;
    return !model.preprocessing.stream && std::any_of(features.begin(), features.end(), [&](const Feature& feature) {
        return feature.name == name && !feature.categories.empty();
    });
}

std::optional<Message> problemWithPin(const SensorPin& pin, const DeployableModel& model, const Board& board)
{
    if (!hasName(board.analogPins, pin.pin))
        return message("device.no-such-pin", BROTO_TEXT("core", "The %1 has no analog pin %2. It has these: %3."),
                       board.name, pin.pin, listed(board.analogPins));
    if (!hasName(sensedNames(model), pin.feature))
        return message("device.no-such-feature",
                       BROTO_TEXT("core", "No pin can be read for “%1”: the model takes nothing of that name. It takes "
                                          "these: %2."),
                       pin.feature, listed(sensedNames(model)));
    if (hasCategories(model, pin.feature))
        return message("device.category-pin",
                       BROTO_TEXT("core", "No pin can be read for “%1”: it is a category, and a pin gives numbers. "
                                          "Choose a pin for a feature of numbers."),
                       pin.feature);
    if (!std::isfinite(pin.factor) || !std::isfinite(pin.offset))
        return message("device.pin-conversion",
                       BROTO_TEXT("core", "Factor and offset of the pin %1 must be finite numbers. Correct them."),
                       pin.pin);
    return std::nullopt;
}

}

std::int32_t largestReading(const Board& board)
{
    return (1 << board.analogBits) - 1;
}

std::vector<std::string> sensedNames(const DeployableModel& model)
{
    std::vector<std::string> names;
    const auto nameOf = [](const auto& each) { return each.name; };
    if (const std::optional<Stream>& stream = model.preprocessing.stream)
        std::transform(stream->channels.begin(), stream->channels.end(), std::back_inserter(names), nameOf);
    else
        std::transform(model.preprocessing.features.begin(), model.preprocessing.features.end(),
                       std::back_inserter(names), nameOf);
    return names;
}

std::optional<Message> problemWith(const std::vector<SensorPin>& pins, const DeployableModel& model, const Board& board)
{
    if (!pins.empty() && board.analogPins.empty())
        return message("device.no-pins",
                       BROTO_TEXT("core", "Broto reads no pins of the %1. Leave them out, or choose another board."),
                       board.name);
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (std::optional<Message> problem = problemWithPin(pins[i], model, board))
            return problem;
        for (std::size_t before = 0; before < i; ++before)
            if (pins[before].feature == pins[i].feature)
                return message("device.pin-twice",
                               BROTO_TEXT("core", "“%1” has two pins, %2 and %3. Leave one of them out."),
                               pins[i].feature, pins[before].pin, pins[i].pin);
    }
    return std::nullopt;
}

std::vector<SensorPin> withPins(std::vector<SensorPin> chosen, const std::vector<SensorPin>& before,
                                const DeployableModel& model)
{
    const std::vector<std::string> names = sensedNames(model);
    std::copy_if(before.begin(), before.end(), std::back_inserter(chosen),
                 [&names](const SensorPin& pin) { return !hasName(names, pin.feature); });
    return chosen;
}

std::vector<SensorPin> usablePins(const std::vector<SensorPin>& pins, const DeployableModel& model, const Board& board)
{
    std::vector<SensorPin> usable;
    std::copy_if(pins.begin(), pins.end(), std::back_inserter(usable),
                 [&](const SensorPin& pin) { return !problemWithPin(pin, model, board); });
    return usable;
}

}

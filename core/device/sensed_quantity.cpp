#include "device/sensed_quantity.h"

#include "runtime/sensor_pins.h"

namespace broto {

std::vector<SensedQuantity> sensedQuantities(const DeployableModel& model)
{
    std::vector<SensedQuantity> quantities;
    if (const std::optional<Stream>& stream = model.preprocessing.stream) {
        for (const StreamChannel& channel : stream->channels)
            quantities.push_back({channel.name, channel.unit});
        return quantities;
    }
    for (const Feature& feature : model.preprocessing.features)
        quantities.push_back({feature.name, feature.unit, feature.categories.empty(), feature.lowest, feature.highest});
    return quantities;
}

SensorPin pinThatSpans(const SensedQuantity& quantity, const std::string& pin, const Board& board)
{
    if (quantity.lowest >= quantity.highest || board.analogBits == 0)
        return {quantity.name, pin};
    const auto readings = static_cast<float>(largestReading(board));
    return {quantity.name, pin, (quantity.highest - quantity.lowest) / readings, quantity.lowest};
}

std::pair<float, float> valuesOf(const SensorPin& pin, const Board& board)
{
    return {runtime::sensorValue(0, pin.factor, pin.offset),
            runtime::sensorValue(largestReading(board), pin.factor, pin.offset)};
}

}

#pragma once

#include "device/sensor_pin.h"

#include <string>
#include <utility>
#include <vector>

namespace broto {

/// What a pin may measure for a model: a feature of its rows, or a channel of its readings.
struct SensedQuantity {
    std::string name;
    std::string unit;
    bool isNumber = true; ///< and no category, which no pin can give
    float lowest = 0;     ///< range of the training rows; both 0 where nobody knows
    float highest = 0;
};
std::vector<SensedQuantity> sensedQuantities(const DeployableModel& model);

/// A pin for a quantity whose readings span what was learned, for a beginning; as they come where that is not known.
SensorPin pinThatSpans(const SensedQuantity& quantity, const std::string& pin, const Board& board);

/// What the smallest and the largest reading of a pin stand for.
std::pair<float, float> valuesOf(const SensorPin& pin, const Board& board);

}

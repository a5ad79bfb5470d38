#pragma once

#include "device/sensor_pin.h"

#include <string>
#include <vector>

namespace broto {

/// sensors.h of a sketch that reads these pins, which fit the model and the board.
std::string sensorsHeader(const std::vector<SensorPin>& pins, const DeployableModel& model, const Board& board);

}

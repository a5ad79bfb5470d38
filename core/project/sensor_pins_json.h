#pragma once

#include "project/checked_json.h"
#include "project/project.h"

namespace broto {

Json toJson(const std::map<std::string, std::vector<SensorPin>>& pinsOfBoards);

/// Boards and pins that this catalogue does not know are kept.
std::map<std::string, std::vector<SensorPin>> sensorPinsFrom(const CheckedJson& json);

}

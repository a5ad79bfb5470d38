#pragma once

#include "project/checked_json.h"
#include "project/project.h"

namespace broto {

/// What a person decides, to and from project.json.
Json toJson(const DataChoices& choices);
Json toJson(const ReadOptions& reading);
Json toJson(const NetworkDesign& design);
Json toJson(const TrainingSettings& settings);

ReadOptions readOptionsFrom(const CheckedJson& json);
DataChoices dataChoicesFrom(const CheckedJson& json);
NetworkDesign networkDesignFrom(const CheckedJson& json);
TrainingSettings trainingSettingsFrom(const CheckedJson& json);

Activation activationFrom(const CheckedJson& json);
Json toJson(Task task);
Task taskFrom(const CheckedJson& json);

}

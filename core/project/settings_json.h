#pragma once

#include "project/checked_json.h"
#include "training/training_settings.h"

namespace broto {

/// What a person decides about the network and its training, to and from project.json.
Json toJson(const NetworkDesign& design);
Json toJson(const TrainingSettings& settings);

NetworkDesign networkDesignFrom(const CheckedJson& json);
TrainingSettings trainingSettingsFrom(const CheckedJson& json);

Activation activationFrom(const CheckedJson& json);

}

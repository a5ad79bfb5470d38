#pragma once

#include "compression/deployable_model.h"
#include "training/trainer.h"

#include <string>
#include <string_view>

namespace broto {

/// All of a model but its integer inputs, its layers and how outputs are scaled.
DeployableModel modelFrame(std::string name, Arithmetic arithmetic, const TrainedNetwork& trained, const Dataset& data,
                           std::string_view version);

/// Writes into the provenance how good a finished model is on the test rows.
void measure(DeployableModel& model, const Dataset& data);

}

#pragma once

#include "training/loss_pass.h"
#include "training/parameters.h"
#include "training/trainer.h"

namespace broto {

/// Whether there is something to learn from.
Result<void> checkRows(const Dataset& data);

/// How the answers of a training are judged.
LossRules rulesFor(const Dataset& data, const TrainingSettings& settings);

/// What a training begins with, drawn from its seed.
Parameters initialParameters(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings);

/// A result that nothing has been learned for yet.
TrainedNetwork begun(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                     InstructionSet instructions);

}

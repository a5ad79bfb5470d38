#pragma once

#include "training/trainer.h"

namespace broto {

/// The learning rate of an epoch (from 1): as set in the first, then falling along a smooth S to a hundredth of it in
/// the last. Large steps find the place, small ones settle in it.
double learningRateAt(const TrainingSettings& settings, int epoch);

}

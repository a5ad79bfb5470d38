#pragma once

#include "training/parameters.h"
#include "training/training_settings.h"

namespace broto {

/// Adds what l1 and l2 ask of the weights to the gradient of the loss; biases are left alone.
void addPenalties(const TrainingSettings& settings, const Parameters& parameters, AlignedFloats& gradient);

/// Shortens a gradient that is longer than `longest`; 0 stands for no limit.
void clip(double longest, AlignedFloats& gradient);

}

#pragma once

#include "compression/deployable_model.h"

namespace broto {

// Models small enough to follow by hand. All take two numbers, "temperature" in °C and "pressure" in Pa.

/// Two classes, "cold" and "hot"; one hidden layer of two ReLU neurons; int8.
DeployableModel tinyClassifier();

/// "flow" in l/min; no hidden layer; int8.
DeployableModel tinyRegression();

/// Two classes; one hidden layer of two tanh neurons; float32.
DeployableModel tinyFloatClassifier();

}

#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"
#include "compression/input_quantization.h"
#include "compression/layer_quantization.h"
#include "compression/quantization_options.h"
#include "data/dataset.h"

#include <vector>

namespace broto {

/// A network in integers, ready to become a model. Hidden layers are requantized; so is the output layer of a
/// classification.
struct QuantizedNetwork {
    QuantizedInputs inputs;
    std::vector<QuantizedLayer> layers;
};

/// Rounds a network without training it, with ranges from the training rows. Fails by feature name where an input
/// cannot be told apart in fixed point.
Result<QuantizedNetwork> quantizedNetwork(const Network& network, const Dataset& data,
                                          const QuantizationOptions& options);

/// The model of it, not measured yet. `frame` has all that is not integers.
Result<DeployableModel> unmeasuredModelOf(QuantizedNetwork network, DeployableModel frame);

/// The same, measured on the test rows.
Result<DeployableModel> modelOf(QuantizedNetwork network, DeployableModel frame, const Dataset& data);

/// Why a network cannot be compressed whose numbers leave what floats hold.
Message numbersTooLarge();

/// What a step of the output layer's sums must stand for at least, so that a regression's offset and unit fit their
/// types.
double leastOutputSumScale(const Target& target);

}

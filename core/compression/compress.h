#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"
#include "compression/quantization_options.h"
#include "training/trainer.h"

#include <string_view>

namespace broto {

/// The float network as a model: the first row of every comparison.
DeployableModel floatModel(const TrainedNetwork& trained, const Dataset& data, std::string_view version);

/// Post-training quantization to integers, with ranges from the training rows. Fails by feature name where an input
/// cannot be told apart in fixed point.
Result<DeployableModel> quantize(const TrainedNetwork& trained, const Dataset& data, const QuantizationOptions& options,
                                 std::string_view version);

}

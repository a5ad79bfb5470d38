#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"
#include "compression/quantization_options.h"
#include "compression/recipe.h"
#include "training/trainer.h"

#include <functional>
#include <optional>
#include <string_view>

namespace broto {

/// The float network as a model: the first row of every comparison.
DeployableModel floatModel(const TrainedNetwork& trained, const Dataset& data, std::string_view version);

/// Post-training quantization to integers, with ranges from the training rows. Fails by feature name where an input
/// cannot be told apart in fixed point.
Result<DeployableModel> quantize(const TrainedNetwork& trained, const Dataset& data, const QuantizationOptions& options,
                                 std::string_view version);

/// What becomes of a network by a recipe.
struct Compressed {
    DeployableModel model;
    int extraEpochs = 0;                   ///< that it has learned beyond its training
    std::optional<TrainedNetwork> control; ///< with extra epochs: the float network after as many; of a distilled one,
                                           ///< the student that learned alone
};

/// What is being trained, for those who watch.
enum class LearningPhase { Control, Compression };
using CompressionObserver = std::function<void(LearningPhase, const EpochRecord&)>;

/// Carries out a recipe on a trained network. The name of the model is the recipe's. Stop ends the training that runs
/// and goes on with what it has; cancel is an error.
Result<Compressed> compress(const TrainedNetwork& trained, const Dataset& data, const Recipe& recipe,
                            std::string_view version, const RunControl& control = {},
                            const CompressionObserver& observer = {});

}

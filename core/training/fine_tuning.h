#pragma once

#include "training/integer_form.h"
#include "training/loss_pass.h"
#include "training/trainer.h"

#include <functional>
#include <memory>
#include <optional>

namespace broto {

/// Whether weights that are 0 at the beginning may become something else.
enum class Zeros { Grow, Stay };

/// How a network learns, or goes on to learn, other than from its data alone and as itself.
struct FineTuning {
    Network start; ///< where it begins, of the design's shape; without layers: from the seed
    Zeros zeros = Zeros::Grow;
    LearnedScales scales = LearnedScales::No;

    /// Makes the form of a network that learns in integers, and may change what the parameters begin as; none: it
    /// learns in float.
    std::function<std::unique_ptr<IntegerForm>(Parameters&, const Kernels&)> makeForm;
    Matrix trainingInputs; ///< of one in integers: the rows as the board encodes them
    Matrix validationInputs;

    std::optional<SoftTargets> teacher; ///< whose answers are learned as well
};

/// What fine-tuning leaves behind.
struct FineTuned {
    TrainedNetwork run;                ///< its network in float; the history is of what was tuned
    std::unique_ptr<IntegerForm> form; ///< of one in integers: as the best epoch's weights shape it
};

/// Trains on from a network. The settings' seed draws the order of rows. Otherwise like `train`.
Result<FineTuned> fineTune(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                           const FineTuning& tuning, const RunControl& control = {}, const EpochObserver& observer = {},
                           InstructionSet instructions = bestInstructionSet());

/// How much longer a network learns; 0: as is usual for what is done to it.
struct ExtraTraining {
    int epochs = 0;
    double learningRate = 0;
    bool operator==(const ExtraTraining&) const = default;
};

/// The settings of it: those of the training so far, with shares of their epochs and learning rate where it is usual,
/// no warm-up and all epochs run.
TrainingSettings extraSettings(const TrainingSettings& before, const ExtraTraining& extra, double usualEpochs,
                               double usualRate);

/// A design as a trained network has it: normalisation has become part of its weights.
NetworkDesign foldedDesign(NetworkDesign design);

}

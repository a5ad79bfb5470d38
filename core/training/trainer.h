#pragma once

#include "common/aligned_floats.h"
#include "common/result.h"
#include "common/run_control.h"
#include "data/dataset.h"
#include "network/metrics.h"
#include "network/network.h"
#include "training/kernels/kernels.h"
#include "training/training_settings.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace broto {

struct Parameters;

/// One point of the curve. The training part is judged batch by batch while the epoch runs, the validation part at its
/// end; without a validation part its two numbers are 0.
struct EpochRecord {
    int epoch = 0; ///< from 1
    float trainingLoss = 0;
    float validationLoss = 0;
    float trainingMetric = 0; ///< headline metric of network/metrics.h
    float validationMetric = 0;
    bool operator==(const EpochRecord&) const = default;
};

/// Where a training stands besides its history: what it takes to go on as if it had never been interrupted.
struct TrainingState {
    AlignedFloats parameters; ///< in the order of training/parameters.h
    AlignedFloats statistics;
    std::vector<AlignedFloats> memory; ///< of the optimizer
    double firstPower = 1;
    double secondPower = 1;
};

/// What a training leaves behind: the weights of the best epoch, and all that is needed to make them again.
struct TrainedNetwork {
    int number = 1; ///< the how-manieth run of its project
    NetworkDesign design;
    TrainingSettings settings;
    std::uint64_t dataFingerprint = 0;
    std::string instructionSet; ///< by name; another one gives other last bits. "mixed", or empty: not known
    Network network;
    std::vector<EpochRecord> history;
    int bestEpoch = 0; ///< the one with the lowest validation loss (training loss without a validation part), whose
                       ///< weights these are
    Metrics training;
    Metrics validation;
    Metrics test;
    std::shared_ptr<const TrainingState> state; ///< after the last epoch; null for networks that were not trained here
};

/// Whether another program trained it: its settings and seed mean nothing.
inline bool isImported(const TrainedNetwork& run)
{
    return run.history.empty();
}

/// What it was trained for.
inline Task taskOf(const TrainedNetwork& run)
{
    return run.training.confusion.empty() ? Task::Regression : Task::Classification;
}

/// A network while it learns.
class LearningNetwork {
public:
    explicit LearningNetwork(const std::function<Network()>& take) : m_take(take) {}
    Network network() const { return m_take(); } ///< a copy, as it answers now

private:
    const std::function<Network()>& m_take;
};

/// Called after each epoch on the training thread. Facts only; must be quick: small networks run more than 100,000
/// epochs a second.
using EpochObserver = std::function<void(const EpochRecord&, const LearningNetwork&)>;

/// Trains from a seed. Bit for bit the same for the same data, design, settings and instruction set. Stop keeps the
/// best epoch so far and lets the first one finish; cancel ("common.cancelled") and divergence (a loss that is not a
/// number, "training.diverged") are errors.
Result<TrainedNetwork> train(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                             const RunControl& control = {}, const EpochObserver& observer = {},
                             InstructionSet instructions = bestInstructionSet());

/// Goes on where an earlier training of the same data stood, up to `epochs` in all: the same weights as if it had not
/// been interrupted. Beyond the epochs of its settings the learning rate stays what it was last. Where this processor
/// lacks the instruction set of the earlier epochs, the result's is "mixed".
Result<TrainedNetwork> trainOn(const Dataset& data, const TrainedNetwork& earlier, int epochs,
                               const RunControl& control = {}, const EpochObserver& observer = {});

/// Trains anew as an earlier network was trained, for as many epochs whatever ended it, with its instruction set where
/// this processor has that. The result tells which one it was.
Result<TrainedNetwork> trainAgain(const Dataset& data, const TrainedNetwork& earlier, const RunControl& control = {},
                                  const EpochObserver& observer = {});

/// Metrics of a float network on some rows.
Metrics evaluate(const Network& network, const Dataset& data, const DataPart& part);

}

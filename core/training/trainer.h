#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/dataset.h"
#include "network/metrics.h"
#include "network/network.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace broto {

/// Sgd is plain gradient descent. Adam also pulls the weights towards 0 (AdamW), the more so the fewer rows there are.
enum class Optimizer { Sgd, Adam };
std::string_view optimizerName(Optimizer optimizer);

/// Everything about a training that a person decides.
struct TrainingSettings {
    int epochs = 200;
    int batch = 32;
    Optimizer optimizer = Optimizer::Adam;
    double learningRate = 0.01; ///< of the first epoch; it falls to a hundredth of that in the last
    std::uint64_t seed = 1;
    bool operator==(const TrainingSettings&) const = default;
};

inline constexpr int mostEpochs = 1000000;

/// Whether a network of that design can be trained by these settings; the error says which number to change.
Result<void> checkTraining(const NetworkDesign& design, const TrainingSettings& settings);

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

/// What a training leaves behind: the weights of the best epoch, and all that is needed to make them again.
struct TrainedNetwork {
    NetworkDesign design;
    TrainingSettings settings;
    std::uint64_t dataFingerprint = 0;
    Network network;
    std::vector<EpochRecord> history;
    int bestEpoch = 0; ///< the one with the lowest validation loss (training loss without a validation part), whose
                       ///< weights these are
    Metrics training;
    Metrics validation;
    Metrics test;
};

/// Called after each epoch on the training thread. Facts only; must be quick.
using EpochObserver = std::function<void(const EpochRecord&, const Network&)>;

/// Trains from a seed. Bit for bit the same for the same data, design and settings. Stop keeps the best epoch so far
/// and lets the first one finish; cancel ("common.cancelled") and divergence (a loss that is not a number,
/// "training.diverged") are errors.
Result<TrainedNetwork> train(const Dataset& data, const NetworkDesign& design, const TrainingSettings& settings,
                             const RunControl& control = {}, const EpochObserver& observer = {});

/// Metrics of a float network on some rows.
Metrics evaluate(const Network& network, const Dataset& data, const DataPart& part);

}

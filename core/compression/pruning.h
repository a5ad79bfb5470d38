#pragma once

#include "compression/learning_start.h"

namespace broto {

/// Weights: single ones become 0. Neurons: whole ones go, and the network is smaller.
enum class Pruning { Weights, Neurons };
inline constexpr Pruning allPrunings[] = {Pruning::Weights, Pruning::Neurons};
std::string_view pruningName(Pruning pruning); ///< "weights", "neurons"

/// How a network is pruned.
struct PruningOptions {
    Pruning pruning = Pruning::Weights;
    double share = 0.5;  ///< of all weights, or of the neurons of every hidden layer
    int stages = 5;      ///< in which the share is reached, the network learning between them; 1: all at once
    ExtraTraining extra; ///< of all stages together
    bool operator==(const PruningOptions&) const = default;
};

/// Whether its numbers are in bounds.
Result<void> checkPruning(const PruningOptions& options);

inline constexpr double largestPrunedShare = 0.95;
inline constexpr int mostPruningStages = 20;

/// The more goes, the longer it takes to recover: what is usual.
TrainingSettings pruningSettings(const PruningOptions& options, const TrainingSettings& before);

/// Prunes a network and lets it learn again. What has become 0 stays 0; the design of the result has the neurons that
/// are left, its history the epochs of all stages. The best epoch is one of the last stage.
Result<TrainedNetwork> prune(const LearningStart& start, const Dataset& data, const PruningOptions& options,
                             const RunControl& control = {}, const EpochObserver& observer = {});

/// One stage of it, without learning. Weights that matter least on the training rows go: those of small size, of inputs
/// that are small.
Network withoutWeights(const Network& network, const Matrix& inputs, double share);

/// Likewise of neurons; `left`: how many stay in each hidden layer, at least one. What those that go have given on
/// average, the biases behind them give for ever.
Network withoutNeurons(const Network& network, const Matrix& inputs, const std::vector<int>& left);

/// How many of the neurons of each hidden layer that is; at least one.
std::vector<int> neuronsLeft(const Network& network, double share);

/// Share of weights that are 0.
double sparsity(const Network& network);

}

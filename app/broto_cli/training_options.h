#pragma once

#include "training/training_settings.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace broto {

/// What `train` can be told about the network and its training, as far as it was; the parser has checked each of them.
struct TrainingOptions {
    std::string layers; ///< empty: as they are
    std::optional<Activation> activation;
    std::optional<double> dropout;
    std::optional<bool> normalised;

    std::optional<int> epochs;
    std::optional<int> batch;
    std::optional<std::uint64_t> seed;
    std::optional<Optimizer> optimizer;
    std::optional<double> learningRate;
    std::optional<double> momentum;
    std::string weightDecay; ///< a number, or "auto"
    std::optional<Schedule> schedule;
    std::optional<int> warmUpEpochs;
    std::string loss; ///< a name, or "auto"
    std::optional<ClassWeights> classWeights;
    std::optional<double> labelSmoothing;
    std::optional<double> l1;
    std::optional<double> l2;
    std::optional<double> largestGradient;
    std::optional<Initialiser> initialiser;
    std::optional<int> patience;
};

void addTrainingOptions(CLI::App& command, TrainingOptions& options);

/// What the options say instead; all else stays.
void applyTrainingOptions(const TrainingOptions& options, NetworkDesign& design, TrainingSettings& settings);

}

#pragma once

#include "common/result.h"
#include "network/loss.h"
#include "network/network.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace broto {

/// AdamW is Adam that also pulls the weights towards 0 (weight decay).
enum class Optimizer { Sgd, Momentum, Nesterov, RmsProp, Adam, AdamW, Adamax };
inline constexpr Optimizer allOptimizers[] = {Optimizer::Sgd,     Optimizer::Momentum, Optimizer::Nesterov,
                                              Optimizer::RmsProp, Optimizer::Adam,     Optimizer::AdamW,
                                              Optimizer::Adamax};

/// How the learning rate moves from epoch to epoch. Cosine: along a smooth S to a hundredth. Step: to a tenth after
/// every third of the epochs. Plateau: to a half when the validation loss has not fallen for ten epochs.
enum class Schedule { Constant, Step, Cosine, Plateau };
inline constexpr Schedule allSchedules[] = {Schedule::Constant, Schedule::Step, Schedule::Cosine, Schedule::Plateau};

/// How large the first weights are, and how they are drawn.
enum class Initialiser { GlorotUniform, GlorotNormal, HeUniform, HeNormal };
inline constexpr Initialiser allInitialisers[] = {Initialiser::GlorotUniform, Initialiser::GlorotNormal,
                                                  Initialiser::HeUniform, Initialiser::HeNormal};

/// Balanced: a row counts the more the fewer rows its class has.
enum class ClassWeights { Equal, Balanced };
inline constexpr ClassWeights allClassWeights[] = {ClassWeights::Equal, ClassWeights::Balanced};

/// Names as in project files and on the command line: "rmsprop", "cosine", "he-normal", "balanced".
std::string_view optimizerName(Optimizer optimizer);
std::string_view scheduleName(Schedule schedule);
std::string_view initialiserName(Initialiser initialiser);
std::string_view classWeightsName(ClassWeights weights);

/// Everything about a training that a person decides.
struct TrainingSettings {
    int epochs = 200;
    int batch = 32;
    std::uint64_t seed = 1;

    Optimizer optimizer = Optimizer::AdamW;
    double learningRate = 0.01;             ///< the largest
    double momentum = 0.9;                  ///< Momentum and Nesterov
    std::optional<double> weightDecay = {}; ///< AdamW; nothing: by the number of training rows
    Schedule schedule = Schedule::Cosine;
    int warmUpEpochs = 0; ///< in which the learning rate rises to its largest

    std::optional<Loss> loss = {}; ///< nothing: as fits the task
    ClassWeights classWeights = ClassWeights::Equal;
    double labelSmoothing = 0;  ///< share of the truth that is spread over all classes
    double l1 = 0;              ///< times the sum of the weights' sizes, added to the loss
    double l2 = 0;              ///< times the sum of their squares
    double largestGradient = 0; ///< longer gradients are shortened to it; 0: never
    Initialiser initialiser = Initialiser::GlorotUniform;
    int patience = 0; ///< epochs without a better validation loss after which the training ends; 0: all are run

    bool operator==(const TrainingSettings&) const = default;
};

inline constexpr int mostEpochs = 1000000;

/// Whether all numbers are ones they may be, whatever is learned; the error says which is not.
Result<void> checkSettings(const NetworkDesign& design, const TrainingSettings& settings);

/// Whether a network of that design can learn that target by these settings as well; the error says what to change.
Result<void> checkTraining(const NetworkDesign& design, const TrainingSettings& settings, const Target& target);

/// The loss that is minimised.
Loss lossOf(const TrainingSettings& settings, Task task);

}

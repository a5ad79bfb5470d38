#include "training/training_remedy.h"

namespace broto {

std::optional<TrainingSettings> remedyFor(const Message& problem, const TrainingSettings& settings)
{
    constexpr double smallestSensible = 1e-7;
    if (problem.id != "training.diverged" || settings.learningRate / 10 < smallestSensible)
        return std::nullopt;
    TrainingSettings calmer = settings;
    calmer.learningRate /= 10;
    return calmer;
}

}

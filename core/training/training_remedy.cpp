#include "training/training_remedy.h"

#include <algorithm>

namespace broto {

std::optional<TrainingSettings> remedyFor(const Message& problem, const TrainingSettings& settings)
{
    constexpr double smallestSensible = 1e-7;
    constexpr double usual = 0.01;
    if (problem.id != "training.diverged" || settings.learningRate / 10 < smallestSensible)
        return std::nullopt;
    TrainingSettings calmer = settings;
    calmer.learningRate = std::min(settings.learningRate / 10, usual);
    return calmer;
}

}

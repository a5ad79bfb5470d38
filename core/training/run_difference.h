#pragma once

#include "training/trainer.h"

#include <vector>

namespace broto {

/// How good a network is on rows it has not learned from: the headline metric of the test part; where that has no rows
/// of the validation part, and where there is neither, of the training part.
double headlineOf(const TrainedNetwork& run);

/// What is different in `after` against `before`, each a sentence: design, settings, seed, data, instruction set, and
/// how good it became. Empty: there is no difference that anyone could see.
std::vector<Message> runDifferences(const TrainedNetwork& before, const TrainedNetwork& after);

}

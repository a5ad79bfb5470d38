#pragma once

#include "training/trainer.h"

#include <vector>

namespace broto {

/// What is different in `after` against `before`, each a sentence: design, settings, seed, data, instruction set, and
/// how good it became. Empty: there is no difference that anyone could see.
std::vector<Message> runDifferences(const TrainedNetwork& before, const TrainedNetwork& after);

}

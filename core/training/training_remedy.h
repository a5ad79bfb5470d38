#pragma once

#include "common/message.h"
#include "training/training_settings.h"

#include <optional>

namespace broto {

/// Settings that are likely to do better where a training failed: a tenth of the learning rate where it diverged.
/// Nothing where settings cannot help, or where the rate cannot become smaller.
std::optional<TrainingSettings> remedyFor(const Message& problem, const TrainingSettings& settings);

}

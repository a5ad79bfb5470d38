#pragma once

#include "compression/deployable_model.h"

#include <algorithm>
#include <optional>

namespace broto {

// The parts of problemWith. Later ones rely on the promises that earlier ones have found kept.

using Problem = std::optional<Message>;

inline constexpr int largestCount = 65535; ///< the runtime counts in 16 bits

/// How many inputs the features take; more than `largestCount` counts as one more than that.
inline int countedInputs(const Preprocessing& preprocessing)
{
    std::size_t inputs = 0;
    for (const Feature& feature : preprocessing.features)
        inputs += std::max<std::size_t>(1, feature.categories.size());
    return static_cast<int>(std::min<std::size_t>(inputs, largestCount + 1));
}

Problem problemWithFeatures(const DeployableModel& model);
Problem problemWithStream(const DeployableModel& model);
Problem problemWithSteps(const DeployableModel& model);
Problem problemWithLayers(const DeployableModel& model);
Problem problemWithIntegerInputs(const DeployableModel& model);

}

#pragma once

#include "compression/deployable_model.h"

#include <vector>

namespace broto {

/// A model that takes the same features in another order and answers with its classes in another order: place by
/// place, the number that each feature and each class has in `model`. The classes of a regression are none.
DeployableModel reordered(const DeployableModel& model, const std::vector<std::size_t>& features,
                          const std::vector<std::size_t>& classes);

/// The float network that an integer model's weights and biases stand for. A float model stays as it is.
DeployableModel asFloat(const DeployableModel& model);

/// The layers of a float model, behind the scaling of another preprocessing of the same features and for another
/// target: what the model's own scaling and decoding did becomes part of the first and the last layer.
Network networkBehind(const DeployableModel& model, const Preprocessing& preprocessing, const Target& target);

}

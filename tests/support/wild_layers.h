#pragma once

#include "common/random.h"
#include "compression/deployable_model.h"

#include <optional>

namespace broto {

/// An integer layer that keeps every promise of IntegerLayer and goes to its limits. It keeps its weights as `storage`
/// says, else in any way.
IntegerLayer wildLayer(Random& random, std::optional<Storage> storage, int inputs, int outputs, Activation activation);

/// Makes `output` the last layer of a model for that task, and draws what its sums mean.
void decodeWildly(OutputDecoding& decoding, Random& random, IntegerLayer& output);

}

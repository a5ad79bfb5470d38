#pragma once

#include "boards/board.h"
#include "export/network_plan.h"

namespace broto {

/// Bytes of constants, exactly as the processor's compiler lays out what the exporter writes
/// (core/runtime/group_int8.h, group_int4.h and the arrays of the other storages).
std::int64_t layerBytes(const PlannedLayer& layer, Processor processor);
std::int64_t biasBytes(const PlannedLayer& layer, Processor processor); ///< of these, biases and multipliers
std::int64_t tableBytes(const PlannedLayer& layer);
std::int64_t parameterBytes(const NetworkPlan& plan, Processor processor);

/// Of the description of one feature.
int featureBytes(Arithmetic arithmetic, Processor processor);

/// Static bytes of both vectors of activations. Integers have room for whole groups, and for choosing a class.
std::int64_t activationBytes(const NetworkShape& shape, Arithmetic arithmetic, Processor processor);

}

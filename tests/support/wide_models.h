#pragma once

#include "compression/deployable_model.h"

namespace broto {

// Random networks of any size, for rows of whole numbers (tests/support/emulated/made_up_rows.h).

/// 1 to 5 layers, 1 to 128 inputs and neurons, every activation and storage, at the limits of the arithmetic. Numbers
/// go into the network as they are, as far as they are in -127..127.
DeployableModel wideIntegerModel(std::uint64_t seed);

/// The same sizes and activations in float32, with outputs of the size of 1.
DeployableModel wideFloatModel(std::uint64_t seed);

/// A small classification in int8 and int4 with ReLU: one that becomes straight-line code.
DeployableModel smallReluModel(std::uint64_t seed);

}

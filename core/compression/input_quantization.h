#pragma once

#include "common/matrix.h"
#include "common/result.h"
#include "data/preprocessing.h"
#include "runtime/input_int8.h"

#include <cstdint>
#include <vector>

namespace broto {

/// Fixed-point exponents beyond this would make subnormal numbers count, which the runtime takes for zero.
inline constexpr int largestExponent = 124;

/// The centre of a feature in fixed point is smaller than this.
inline constexpr std::int32_t centreLimit = 1 << 29;

/// How rows in raw units become int8 activations.
struct QuantizedInputs {
    std::vector<runtime::InputFeature> features; ///< one a feature
    double scale = 1;                            ///< what one step stands for, the same for every input
};

/// Fits the fixed-point encoding to the training rows (raw units). Fails by name where the values of a feature differ
/// too little for their size.
Result<QuantizedInputs> quantizeInputs(const Preprocessing& preprocessing, const Matrix& trainingRows);

}

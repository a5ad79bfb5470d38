#pragma once

#include "compression/deployable_model.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace broto {

/// How a number in its unit becomes an activation, step by step (docs/arithmetic.md, section 2).
struct FixedPointSteps {
    int exponent = 0;          ///< k
    std::int32_t value = 0;    ///< X = round(x * 2^k)
    std::int32_t centre = 0;   ///< C
    std::int32_t distance = 0; ///< X - C
    std::int32_t bounded = 0;  ///< the same within -32767..32767
    std::int32_t factor = 0;   ///< A
    std::int32_t product = 0;  ///< bounded * A
    std::int32_t shifted = 0;  ///< (product + 2^19) >> 20
    bool cut = false;          ///< whether either bound has changed the number
};

/// One input of the network.
struct TracedInput {
    std::int8_t integer = 0;
    double value = 0; ///< what it stands for, in the scaled unit
    double exact = 0; ///< what a float network gets instead
    double error() const { return value - exact; }
};

/// One column of a row on its way into the network.
struct FeatureTrace {
    float value = 0;                      ///< in its unit, a category's index; NaN where missing
    bool filled = false;                  ///< it was missing, and the fitted fill stands for it
    bool outOfRange = false;              ///< of what the training rows held; a category that is not known too
    std::optional<FixedPointSteps> steps; ///< of a number that was there
    std::optional<std::size_t> chosen;    ///< of a category: the place of the input that is on; none where all are off
    std::size_t firstInput = 0;           ///< where its inputs begin among those of the network
    std::vector<TracedInput> inputs;      ///< one of a number, one a name of a category
};

/// All columns of a row that an integer model does not refuse, computed by the functions of core/runtime.
std::vector<FeatureTrace> inputTrace(const DeployableModel& model, std::span<const float> row);

}

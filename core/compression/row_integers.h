#pragma once

#include "compression/deployable_model.h"

#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// What a layer makes of its inputs, step by step; one number a neuron.
struct LayerIntegers {
    std::vector<std::int32_t> sums;
    std::vector<std::int32_t> shifted; ///< after multiplier and shift, nothing cut off; none where sums are the answer
    std::vector<std::int8_t> clamped;  ///< of a hidden layer
    std::vector<std::int8_t> outputs;  ///< of a hidden layer: looked up where there is a table

    /// Of an output layer: scores, or the sums of a regression.
    const std::vector<std::int32_t>& raw() const { return shifted.empty() ? sums : shifted; }
};

/// All the integers that a row becomes on its way through a model, for those who look inside. The answer alone comes
/// faster from a Predictor, which gives the same.
struct RowIntegers {
    runtime::InputReport report{};
    std::vector<std::int8_t> inputs;
    std::vector<LayerIntegers> layers; ///< none where the row is refused
};

/// Computed by the functions of core/runtime. `model` is one of integers, `row` in raw units.
RowIntegers integersOf(const DeployableModel& model, std::span<const float> row);

}

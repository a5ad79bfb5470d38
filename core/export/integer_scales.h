#pragma once

#include "compression/deployable_model.h"

#include <vector>

namespace broto {

/// What other programs need to know of an integer layer to compute as it does: they have a scale a neuron where this
/// program has a multiplier and a shift.
struct LayerScales {
    float input = 0;
    std::vector<float> weights; ///< one a neuron, or one for all where they are the same
    float result = 0;           ///< of the sums after requantization; before a table
    std::int64_t resultZeroPoint = 0;
};

struct IntegerScales {
    float input = 0; ///< of the first layer's inputs
    std::vector<LayerScales> layers;
};

/// input * weights / result of a neuron is multiplier / 2^shift to the last bit of a float, so that whoever computes by
/// the scales rounds what this program rounds. The output layer's result gets the eight bits that formats with int8
/// results leave it: from the lowest to the largest output that `rows` (raw units) have and a sixteenth more on both
/// sides; without rows, all that it could be.
IntegerScales integerScales(const DeployableModel& model, const Matrix& rows = {});

}

#pragma once

#include "data/preprocessing.h"
#include "runtime/input_float32.h"

#include <vector>

namespace broto {

/// What the preprocessing steps of a model come to, with the neutral value wherever a step is absent.
struct InputSteps {
    std::vector<float> fill;   ///< one a feature; NaN: a row without this value is refused
    std::vector<float> centre; ///< one an input
    std::vector<float> factor; ///< one an input
};
InputSteps inputSteps(const Preprocessing& preprocessing);

/// The same as the runtime takes it, for float32 models. One a feature.
std::vector<runtime::FloatFeature> floatInputs(const Preprocessing& preprocessing);

/// How many inputs of the network a feature takes.
inline int inputsOf(const Feature& feature)
{
    return feature.categories.empty() ? 1 : static_cast<int>(feature.categories.size());
}

}

#pragma once

#include "data/dataset.h"
#include "data/preprocessing.h"
#include "network/activation.h"
#include "runtime/input_int8.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// What export/model_description.h put into a file, read again by one who trusts nobody: all of it has been checked,
/// and what did not fit made the whole of it nothing.
struct ModelDescription {
    std::string name;
    Preprocessing preprocessing;
    Target target;
    std::vector<Activation> activations; ///< one a layer
    std::vector<runtime::InputFeature> integerInputs;
    std::optional<float> scoreScale;
    std::vector<std::int32_t> offset;
    std::vector<float> unit;
};

std::optional<ModelDescription> parseModelDescription(std::string_view json);

}

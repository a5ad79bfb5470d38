#pragma once

#include "compression/input_steps.h"

#include <cstdint>
#include <vector>

namespace broto {

/// The inputs of a network, one after the other: which feature each comes from, and which category of it is 1 there.
struct SpreadInputs {
    std::vector<std::int32_t> feature;
    std::vector<float> category; ///< of a number: -1
    std::vector<std::uint8_t> isCategory;
    bool anyCategory = false;
};

inline SpreadInputs spreadInputs(const std::vector<Feature>& features)
{
    SpreadInputs spread;
    for (std::size_t f = 0; f < features.size(); ++f) {
        const bool category = !features[f].categories.empty();
        for (int c = 0; c < inputsOf(features[f]); ++c) {
            spread.feature.push_back(static_cast<std::int32_t>(f));
            spread.category.push_back(static_cast<float>(category ? c : -1));
            spread.isCategory.push_back(category);
        }
        spread.anyCategory = spread.anyCategory || category;
    }
    return spread;
}

}

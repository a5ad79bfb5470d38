#include "compression/input_steps.h"

#include <limits>

namespace broto {

InputSteps inputSteps(const Preprocessing& preprocessing)
{
    std::size_t inputs = 0;
    for (const Feature& feature : preprocessing.features)
        inputs += static_cast<std::size_t>(inputsOf(feature));
    InputSteps result{std::vector<float>(preprocessing.features.size(), std::numeric_limits<float>::quiet_NaN()),
                      std::vector<float>(inputs, 0.0f), std::vector<float>(inputs, 1.0f)};
    for (const PreprocessingStep& step : preprocessing.steps) {
        if (const auto* fill = std::get_if<FillMissing>(&step)) {
            result.fill = fill->values;
        } else if (const auto* scale = std::get_if<Scale>(&step)) {
            result.centre = scale->centre;
            result.factor = scale->factor;
        }
    }
    return result;
}

std::vector<runtime::FloatFeature> floatInputs(const Preprocessing& preprocessing)
{
    const InputSteps steps = inputSteps(preprocessing);
    std::vector<runtime::FloatFeature> inputs;
    std::size_t input = 0;
    for (std::size_t f = 0; f < preprocessing.features.size(); ++f) {
        const Feature& feature = preprocessing.features[f];
        inputs.push_back({steps.centre[input], steps.factor[input], feature.lowest, feature.highest, steps.fill[f],
                          static_cast<std::uint8_t>(feature.categories.size())});
        input += static_cast<std::size_t>(inputsOf(feature));
    }
    return inputs;
}

}

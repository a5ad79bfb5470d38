#include "compression/quantized_network.h"

#include "compression/model_frame.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double offsetLimit = 1 << 30;
constexpr double roomForUnit = 1 + 1e-6; // that it is rounded to a float

/// False where the target is farther from 0 than the steps of sums reach.
bool decodeSums(OutputDecoding& decoding, const QuantizedLayer& output)
{
    for (const double sumScale : output.sumScale) {
        const auto unit = static_cast<float>(sumScale * decoding.target.deviation);
        const double offset = std::round(decoding.target.centre / static_cast<double>(unit));
        if (!(std::abs(offset) < offsetLimit * roomForUnit))
            return false;
        decoding.unit.push_back(unit);
        decoding.offset.push_back(static_cast<std::int32_t>(std::clamp(offset, 1 - offsetLimit, offsetLimit - 1)));
    }
    return true;
}

Message targetTooFar(const Target& target)
{
    return message("compression.target-too-far",
                   BROTO_TEXT("core", "The values of \"%1\" lie so far from 0 that the integers which the network has "
                                      "learned do not reach them. Lower the learning rate, or subtract a constant "
                                      "from the target."),
                   target.name);
}

}

Message numbersTooLarge()
{
    return message("compression.not-finite",
                   BROTO_TEXT("core", "The network holds or reaches numbers too large to compress. Train it again with "
                                      "a smaller learning rate."));
}

double leastOutputSumScale(const Target& target)
{
    if (target.task == Task::Classification)
        return 0;
    const double forOffset = std::abs(target.centre) / (offsetLimit - 1);
    const double forUnit = std::numeric_limits<float>::min();
    return std::max(forOffset, forUnit) / target.deviation;
}

Result<DeployableModel> unmeasuredModelOf(QuantizedNetwork network, DeployableModel model)
{
    model.integerInputs = network.inputs.features;
    OutputDecoding& decoding = model.decoding;
    QuantizedLayer& output = network.layers.back();
    if (decoding.target.task == Task::Classification) {
        decoding.scoreScale = output.layer.outputScale;
    } else {
        output.layer.outputScale = static_cast<float>(output.sumScale.front());
        if (!decodeSums(decoding, output))
            return targetTooFar(decoding.target);
    }
    for (QuantizedLayer& quantized : network.layers) {
        model.provenance.grownScales += quantized.grownScales;
        model.layers.push_back(std::move(quantized.layer));
    }
    if (problemWith(model))
        return numbersTooLarge(); // a scale that no float holds
    return model;
}

Result<DeployableModel> modelOf(QuantizedNetwork network, DeployableModel frame, const Dataset& data)
{
    Result<DeployableModel> model = unmeasuredModelOf(std::move(network), std::move(frame));
    if (model)
        measure(*model, data);
    return model;
}

}

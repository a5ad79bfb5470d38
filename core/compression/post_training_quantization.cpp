#include "compression/calibration.h"
#include "compression/compress.h"
#include "compression/input_quantization.h"
#include "compression/layer_quantization.h"
#include "compression/model_frame.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double offsetLimit = 1 << 30;

Message notFinite()
{
    return message("compression.not-finite",
                   BROTO_TEXT("core", "The network holds or reaches numbers too large to compress. Train it again with "
                                      "a smaller learning rate."));
}

bool allFinite(const Network& network)
{
    return std::all_of(network.layers.begin(), network.layers.end(),
                       [](const DenseLayer& layer) { return layer.weights.allFinite() && layer.bias.allFinite(); });
}

/// The step of a regression's sum below which its offset or its unit would not fit their types.
double leastSumScale(const Target& target)
{
    if (target.task == Task::Classification)
        return 0;
    const double forOffset = std::abs(target.centre) / (offsetLimit - 1);
    const double forUnit = std::numeric_limits<float>::min();
    return std::max(forOffset, forUnit) / target.deviation;
}

void decodeSums(OutputDecoding& decoding, const QuantizedLayer& output)
{
    for (const double sumScale : output.sumScale) {
        const auto unit = static_cast<float>(sumScale * decoding.target.deviation);
        const double offset = std::round(decoding.target.centre / static_cast<double>(unit));
        decoding.unit.push_back(unit);
        decoding.offset.push_back(static_cast<std::int32_t>(std::clamp(offset, 1 - offsetLimit, offsetLimit - 1)));
    }
}

Int8Layer outputLayer(OutputDecoding& decoding, const DenseLayer& layer, double inputScale)
{
    QuantizedLayer output = quantizeWeights(layer, inputScale, leastSumScale(decoding.target));
    if (decoding.target.task == Task::Classification) {
        decoding.scoreScale = static_cast<float>(requantizeScores(output));
    } else {
        output.layer.outputScale = static_cast<float>(output.sumScale.front());
        decodeSums(decoding, output);
    }
    return output.layer;
}

}

Result<DeployableModel> quantizeInt8(const TrainedNetwork& trained, const Dataset& data, std::string_view version)
{
    const Network& network = trained.network;
    if (!allFinite(network))
        return notFinite();
    Result<QuantizedInputs> inputs = quantizeInputs(data.preprocessing, data.training.raw);
    if (!inputs)
        return inputs.error();
    const std::vector<double> ranges = calibratedRanges(network, *inputs, data.training.raw);

    DeployableModel model = modelFrame("ptq-int8", Storage::Int8, trained, data, version);
    model.integerInputs = inputs->features;
    double scale = inputs->scale;
    for (std::size_t l = 0; l < ranges.size(); ++l) {
        if (!std::isfinite(ranges[l]))
            return notFinite();
        QuantizedLayer hidden = quantizeWeights(network.layers[l], scale);
        scale = requantizeHidden(hidden, ranges[l]);
        model.layers.push_back(std::move(hidden.layer));
    }
    model.layers.push_back(outputLayer(model.decoding, network.layers.back(), scale));
    if (problemWith(model)) // a scale that no float holds
        return notFinite();
    measure(model, data);
    return model;
}

}

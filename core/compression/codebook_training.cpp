#include "compression/codebook_training.h"

#include "common/cancelled.h"
#include "compression/calibration.h"
#include "compression/calibration_rows.h"

#include <algorithm>

namespace broto {

namespace {

/// How strong the inputs of each layer are on the training rows. None may be without any weight.
std::vector<std::vector<double>> inputStrengths(const Network& network, const QuantizedNetwork& quantized,
                                                const Dataset& data)
{
    CalibrationRows rows(data, quantized.inputs, spreadRows(data.training.raw.rows(), mostCompensationRows));
    std::vector<std::vector<double>> strengths;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        std::vector<double>& squares = strengths.emplace_back(rows.meanSquares());
        for (double& square : squares)
            square = std::max(square, 1.0);
        if (l + 1 < network.layers.size())
            rows.pass(network.layers[l], quantized.layers[l].layer);
    }
    return strengths;
}

/// The weights of one layer in int8 steps. An error counts with the square of what a step stands for, and of the input
/// that is multiplied by it.
WeightedValues valuesOf(const DenseLayer& layer, const IntegerLayer& quantized, const std::vector<double>& strengths)
{
    WeightedValues values;
    for (Eigen::Index o = 0; o < layer.weights.rows(); ++o) {
        const double scale = quantized.weightScale[static_cast<std::size_t>(o)];
        for (Eigen::Index i = 0; i < layer.weights.cols(); ++i)
            values.add(layer.weights(o, i) / scale, scale * scale * strengths[static_cast<std::size_t>(i)]);
    }
    return values;
}

void append(WeightedValues& all, const WeightedValues& more)
{
    for (std::size_t i = 0; i < more.size(); ++i)
        all.add(more.values[i], more.weights[i]);
}

SharedWeights shared(const WeightedValues& values, const std::vector<double>& centres)
{
    SharedWeights result;
    result.entries = centres;
    result.size = paddedCount(centres.size());
    for (const double value : values.values)
        result.entryOf.push_back(static_cast<std::uint16_t>(indexOfNearest(centres, value)));
    return result;
}

std::vector<SharedWeights> sharedLayers(const Network& network, const QuantizedNetwork& quantized, const Dataset& data,
                                        const CodebookOptions& options, const RunControl& control)
{
    const std::vector<std::vector<double>> strengths = inputStrengths(network, quantized, data);
    std::vector<WeightedValues> values;
    WeightedValues all;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        values.push_back(valuesOf(network.layers[l], quantized.layers[l].layer, strengths[l]));
        append(all, values.back());
    }
    const auto centres = [&](const WeightedValues& of) {
        return centresOf(of, options.method, options.centres, options.size, control);
    };
    std::vector<SharedWeights> result;
    if (options.codebooks == Codebooks::OneForAll) {
        const std::vector<double> common = centres(all);
        for (const WeightedValues& layer : values)
            result.push_back(shared(layer, common));
    } else {
        for (const WeightedValues& layer : values)
            result.push_back(shared(layer, centres(layer)));
    }
    return result;
}

}

Result<QatResult> shareWeights(const Network& start, const NetworkDesign& design, const Dataset& data,
                               const CodebookOptions& options, const RunControl& control, const EpochObserver& observer)
{
    Result<QuantizedNetwork> quantized = quantizedNetwork(start, data, {});
    if (!quantized)
        return quantized.error();
    const std::vector<SharedWeights> layers = sharedLayers(start, *quantized, data, options, control);
    if (control.cancelled())
        return cancelledByUser();
    FineTuning tuning;
    tuning.makeForm = [&](Parameters& parameters, const Kernels& kernels) {
        return std::make_unique<CodebookForm>(parameters, kernels, *quantized, layers, options.codebooks);
    };
    return tunedAsIntegers(start, design, data, *quantized, std::move(tuning), options.settings, control, observer);
}

}

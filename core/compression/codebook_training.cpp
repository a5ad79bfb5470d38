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

WeightedValues withoutZeros(const WeightedValues& values)
{
    WeightedValues others;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values.values[i] != 0)
            others.add(values.values[i], values.weights[i]);
    return others;
}

/// Of a pruned network 0 is an entry.
std::vector<double> centresWithZero(const WeightedValues& values, const CodebookOptions& options,
                                    const RunControl& control)
{
    const WeightedValues others = withoutZeros(values);
    std::vector<double> centres = others.empty()
                                      ? std::vector<double>{}
                                      : centresOf(others, options.method, options.centres, options.size - 1, control);
    if (std::find(centres.begin(), centres.end(), 0.0) == centres.end())
        centres.insert(std::lower_bound(centres.begin(), centres.end(), 0.0), 0.0);
    return centres;
}

std::vector<SharedWeights> sharedLayers(const LearningStart& start, const QuantizedNetwork& quantized,
                                        const Dataset& data, const CodebookOptions& options, const RunControl& control)
{
    const Network& network = start.network;
    const std::vector<std::vector<double>> strengths = inputStrengths(network, quantized, data);
    std::vector<WeightedValues> values;
    WeightedValues all;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        values.push_back(valuesOf(network.layers[l], quantized.layers[l].layer, strengths[l]));
        append(all, values.back());
    }
    const auto centres = [&](const WeightedValues& of) {
        return start.zeros == Zeros::Stay ? centresWithZero(of, options, control)
                                          : centresOf(of, options.method, options.centres, options.size, control);
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

TrainingSettings codebookSettings(const CodebookOptions& options, const TrainingSettings& before)
{
    return extraSettings(before, options.extra, 0.25, 0.1);
}

Result<QatResult> shareWeights(const LearningStart& start, const Dataset& data, const CodebookOptions& options,
                               const RunControl& control, const EpochObserver& observer)
{
    Result<QuantizedNetwork> quantized = quantizedNetwork(start.network, data, {});
    if (!quantized)
        return quantized.error();
    const std::vector<SharedWeights> layers = sharedLayers(start, *quantized, data, options, control);
    if (control.cancelled())
        return cancelledByUser();
    FineTuning tuning;
    tuning.makeForm = [&](Parameters& parameters, const Kernels& kernels) {
        return std::make_unique<CodebookForm>(parameters, kernels, *quantized, layers, options.codebooks);
    };
    return tunedAsIntegers(start, data, *quantized, std::move(tuning), codebookSettings(options, start.settings),
                           control, observer);
}

}

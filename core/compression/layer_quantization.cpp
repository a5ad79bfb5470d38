#include "compression/layer_quantization.h"

#include "compression/activation_rules.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr int leastShift = 17;
constexpr int largestShift = 24;
constexpr int scoreShift = 16;
constexpr double largestMultiplier = 32767;
constexpr double smallestScaleShare = 1.0 / 256;

/// The weight scale from which on |bias| + 127 * sum|weight| < 2^23 holds, whatever rounding adds.
double leastScaleWithin24Bits(const DenseLayer& layer, Eigen::Index neuron, double inputScale)
{
    const double weights = layer.weights.row(neuron).cwiseAbs().cast<double>().sum();
    const double sum = std::abs(layer.bias(neuron)) / inputScale + largestActivation * weights;
    const double rounding = 0.5 + 0.5 * largestActivation * static_cast<double>(layer.weights.cols());
    return sum / (accumulatorLimit - 1 - rounding);
}

std::vector<double> weightScales(const DenseLayer& layer, double inputScale, double leastSumScale)
{
    std::vector<double> scales(static_cast<std::size_t>(layer.weights.rows()));
    for (std::size_t o = 0; o < scales.size(); ++o) {
        const auto neuron = static_cast<Eigen::Index>(o);
        const double largestWeight = layer.weights.row(neuron).cwiseAbs().maxCoeff();
        scales[o] = std::max({largestWeight / largestActivation, leastSumScale / inputScale,
                              leastScaleWithin24Bits(layer, neuron, inputScale)});
    }
    const double largest = *std::max_element(scales.begin(), scales.end());
    const double least = largest > 0 ? largest * smallestScaleShare : 1; // a layer of zeros: any scale will do
    for (double& scale : scales)
        scale = std::max(scale, least);
    return scales;
}

double largestOf(const std::vector<double>& values)
{
    return *std::max_element(values.begin(), values.end());
}

/// What the largest possible sum stands for: the range of a layer that no training row ever woke.
double largestPossible(const QuantizedLayer& quantized)
{
    const Int8Layer& layer = quantized.layer;
    double largest = 0;
    for (std::size_t o = 0; o < quantized.sumScale.size(); ++o) {
        double sum = std::abs(layer.bias[o]);
        for (std::size_t i = 0; i < static_cast<std::size_t>(layer.inputs); ++i)
            sum += largestActivation * std::abs(layer.weights[o * static_cast<std::size_t>(layer.inputs) + i]);
        largest = std::max(largest, sum * quantized.sumScale[o]);
    }
    return largest;
}

double usefulRange(Activation activation, double range)
{
    const UsefulSums sums = usefulSums(activation);
    return std::min(range, std::max(-sums.lowest, sums.highest));
}

double valueAt(Activation activation, double sum)
{
    constexpr double largest = std::numeric_limits<float>::max();
    return runtimeActivation(activation).value(static_cast<float>(std::clamp(sum, -largest, largest)));
}

/// What the entry 127 of a table stands for: the largest |value| that the function has over the sums -127 to 127. For
/// tanh and sigmoid it is 1, whatever part of it they reach.
double tableRange(Activation activation, double sumScale)
{
    if (activation == Activation::Tanh || activation == Activation::Sigmoid)
        return 1;
    double largest = 0;
    for (int sum = -largestActivation; sum <= largestActivation; ++sum)
        largest = std::max(largest, std::abs(valueAt(activation, sum * sumScale)));
    return largest > 0 ? largest : 1; // sums that no float holds: the table is all 0
}

std::vector<std::int8_t> tableOf(Activation activation, double sumScale, double range)
{
    std::vector<std::int8_t> table;
    for (int sum = -128; sum < 128; ++sum) {
        const double entry = std::round(largestActivation / range * valueAt(activation, sum * sumScale));
        table.push_back(static_cast<std::int8_t>(std::clamp<double>(entry, -largestActivation, largestActivation)));
    }
    return table;
}

std::vector<std::int16_t> multipliers(const std::vector<double>& factors)
{
    std::vector<std::int16_t> result;
    for (const double factor : factors)
        result.push_back(static_cast<std::int16_t>(std::clamp(std::round(factor), 1.0, largestMultiplier)));
    return result;
}

}

QuantizedLayer quantizeWeights(const DenseLayer& layer, double inputScale, double leastSumScale)
{
    QuantizedLayer result;
    result.layer.inputs = static_cast<int>(layer.weights.cols());
    result.layer.outputs = static_cast<int>(layer.weights.rows());
    result.layer.activation = layer.activation;
    result.layer.inputScale = static_cast<float>(inputScale);
    const std::vector<double> scales = weightScales(layer, inputScale, leastSumScale);
    for (Eigen::Index o = 0; o < layer.weights.rows(); ++o) {
        const double scale = scales[static_cast<std::size_t>(o)];
        for (Eigen::Index i = 0; i < layer.weights.cols(); ++i)
            result.layer.weights.push_back(static_cast<std::int8_t>(std::lround(layer.weights(o, i) / scale)));
        result.layer.bias.push_back(static_cast<std::int32_t>(std::lround(layer.bias(o) / (scale * inputScale))));
        result.layer.weightScale.push_back(static_cast<float>(scale));
        result.sumScale.push_back(scale * inputScale);
    }
    return result;
}

double requantizeHidden(QuantizedLayer& quantized, double range)
{
    Int8Layer& layer = quantized.layer;
    const double largestScale = largestOf(quantized.sumScale);
    const double wanted = usefulRange(layer.activation, range > 0 ? range : largestPossible(quantized));
    const double scale = std::max(wanted / largestActivation, std::ldexp(largestScale, leastShift) / largestMultiplier);

    layer.shift = leastShift;
    while (layer.shift < largestShift &&
           std::round(std::ldexp(largestScale / scale, layer.shift + 1)) <= largestMultiplier)
        ++layer.shift;
    std::vector<double> factors;
    for (const double sumScale : quantized.sumScale)
        factors.push_back(std::ldexp(sumScale / scale, layer.shift));
    layer.multiplier = multipliers(factors);

    double outputScale = scale;
    if (needsTable(layer.activation)) {
        const double tabled = tableRange(layer.activation, scale);
        layer.table = tableOf(layer.activation, scale, tabled);
        outputScale = tabled / largestActivation;
    }
    layer.outputScale = static_cast<float>(outputScale);
    return outputScale;
}

double requantizeScores(QuantizedLayer& quantized)
{
    const double largestScale = largestOf(quantized.sumScale);
    std::vector<double> factors;
    for (const double sumScale : quantized.sumScale)
        factors.push_back(sumScale / largestScale * largestMultiplier);
    quantized.layer.multiplier = multipliers(factors);
    quantized.layer.shift = scoreShift;
    const double scoreScale = std::ldexp(largestScale, scoreShift) / largestMultiplier;
    quantized.layer.outputScale = static_cast<float>(scoreScale);
    return scoreScale;
}

}

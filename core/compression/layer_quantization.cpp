#include "compression/layer_quantization.h"

#include "compression/activation_rules.h"

#include <algorithm>
#include <cmath>

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

/// Beyond this a function is as good as constant.
double usefulRange(Activation activation, double range)
{
    if (activation == Activation::Tanh)
        return std::min(range, 4.0);
    return activation == Activation::Sigmoid ? std::min(range, 8.0) : range;
}

std::vector<std::int8_t> tableOf(Activation activation, double scale)
{
    std::vector<std::int8_t> table;
    for (int value = -128; value < 128; ++value) {
        const float output = runtime::activated(static_cast<float>(value * scale), runtimeActivation(activation));
        table.push_back(static_cast<std::int8_t>(std::lround(largestActivation * static_cast<double>(output))));
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

    if (needsTable(layer.activation))
        layer.table = tableOf(layer.activation, scale);
    const double outputScale = needsTable(layer.activation) ? 1.0 / largestActivation : scale;
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

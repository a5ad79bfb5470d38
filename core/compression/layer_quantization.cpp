#include "compression/layer_quantization.h"

#include "compression/activation_rules.h"
#include "compression/magnitude_range.h"
#include "compression/requantization.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace broto {

namespace {

constexpr double smallestScaleShare = 1.0 / 256;
constexpr double roomForBiases = 16;
constexpr double roomForRounding = 1.0 / 16; ///< and for what weights become while they learn

double largestOf(const std::vector<double>& values)
{
    return *std::max_element(values.begin(), values.end());
}

/// The weight scale from which on |bias| + 127 * sum|weight| < 2^23 holds but for what rounding adds. A bias alone may
/// become many times as large while it learns.
double leastScaleWithin24Bits(const DenseLayer& layer, Eigen::Index neuron, double inputScale)
{
    const double weights = layer.weights.row(neuron).cwiseAbs().cast<double>().sum();
    if (weights == 0)
        return roomForBiases * std::abs(layer.bias(neuron)) / inputScale / accumulatorLimit;
    return (std::abs(layer.bias(neuron)) / inputScale + largestActivation * weights) /
           (accumulatorLimit * (1 - roomForRounding));
}

std::span<const float> weightsOf(const DenseLayer& layer, Eigen::Index neuron)
{
    return {layer.weights.row(neuron).data(), static_cast<std::size_t>(layer.weights.cols())};
}

/// As the range of the weights wants it.
std::vector<double> wantedScales(const DenseLayer& layer, const LayerRounding& rounding)
{
    const std::vector<double> equal(static_cast<std::size_t>(layer.weights.cols()), 1.0);
    const std::span<const double> importance =
        rounding.compensation ? rounding.compensation->importance() : std::span<const double>(equal);
    std::vector<double> scales;
    for (Eigen::Index o = 0; o < layer.weights.rows(); ++o) {
        const WeightGrid& grid = rounding.grid;
        scales.push_back(rounding.range == RangeMethod::MinMax
                             ? layer.weights.row(o).cwiseAbs().maxCoeff() / static_cast<double>(grid.largest())
                             : leastErrorScale(weightsOf(layer, o), importance, grid.step, grid.levels));
    }
    if (rounding.granularity == Granularity::Layer)
        scales.assign(scales.size(), largestOf(scales));
    return scales;
}

/// So that no sum leaves 24 bits but for what rounding adds, and none is below `leastSumScale`.
void growScales(std::vector<double>& scales, const DenseLayer& layer, double inputScale, double leastSumScale)
{
    for (std::size_t o = 0; o < scales.size(); ++o)
        scales[o] = std::max({scales[o], leastSumScale / inputScale,
                              leastScaleWithin24Bits(layer, static_cast<Eigen::Index>(o), inputScale)});
}

/// No neuron's may be so small that its multiplier says nothing any more. One without weights has nothing to resolve
/// but its bias, which the largest does as well as for the others.
void raiseSmallest(std::vector<double>& scales, const std::vector<double>& wanted)
{
    const double largest = largestOf(scales);
    for (std::size_t o = 0; o < scales.size(); ++o)
        scales[o] = largest > 0 ? std::max(scales[o], wanted[o] > 0 ? largest * smallestScaleShare : largest)
                                : 1; // a layer of zeros: any scale will do
}

/// How many have grown so that sums fit 24 bits, and for nothing else. Without weights there is nothing to lose.
int grownScales(const std::vector<double>& scales, const std::vector<double>& wanted, double least)
{
    least = std::max(least, largestOf(scales) * smallestScaleShare);
    int grown = 0;
    for (std::size_t o = 0; o < scales.size(); ++o)
        grown += wanted[o] > 0 && scales[o] > std::max(wanted[o], least);
    return grown;
}

struct RoundedNeuron {
    std::vector<std::int8_t> weights;
    double bias = 0;
};

bool fits24Bits(const RoundedNeuron& neuron)
{
    double sum = std::abs(neuron.bias);
    for (const std::int8_t weight : neuron.weights)
        sum += largestActivation * std::abs(static_cast<int>(weight));
    return sum < accumulatorLimit;
}

std::vector<std::int8_t> roundedWeights(std::span<const float> weights, double scale, const LayerRounding& rounding)
{
    if (rounding.compensation)
        return rounding.compensation->rounded(weights, scale, rounding.grid);
    std::vector<std::int8_t> result;
    for (const float weight : weights)
        result.push_back(nearestOnGrid(weight, scale, rounding.grid));
    return result;
}

/// Grows the scale where what rounding adds is too much.
RoundedNeuron fittingNeuron(const DenseLayer& layer, std::size_t neuron, double inputScale,
                            const LayerRounding& rounding, double& scale)
{
    constexpr double growth = 1.01;
    const auto row = static_cast<Eigen::Index>(neuron);
    const auto rounded = [&] {
        return RoundedNeuron{roundedWeights(weightsOf(layer, row), scale, rounding),
                             std::round(layer.bias(row) / (scale * inputScale))};
    };
    RoundedNeuron result = rounded();
    while (!fits24Bits(result)) {
        scale *= growth;
        result = rounded();
    }
    return result;
}

/// What the largest possible sum stands for: the range of a layer that no training row ever woke.
double largestPossible(const QuantizedLayer& quantized)
{
    const IntegerLayer& layer = quantized.layer;
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

}

QuantizedLayer quantizeWeights(const DenseLayer& layer, double inputScale, const LayerRounding& rounding,
                               double leastSumScale)
{
    QuantizedLayer result;
    result.layer.inputs = static_cast<int>(layer.weights.cols());
    result.layer.outputs = static_cast<int>(layer.weights.rows());
    result.layer.activation = layer.activation;
    result.layer.storage = rounding.storage;
    result.layer.inputScale = static_cast<float>(inputScale);
    const std::vector<double> wanted = wantedScales(layer, rounding);
    std::vector<double> scales = wanted;
    growScales(scales, layer, inputScale, leastSumScale);
    raiseSmallest(scales, wanted);
    std::vector<RoundedNeuron> neurons;
    for (std::size_t o = 0; o < scales.size(); ++o)
        neurons.push_back(fittingNeuron(layer, o, inputScale, rounding, scales[o]));
    const std::vector<double> fitting = scales;
    raiseSmallest(scales, wanted); // the largest may have grown
    for (std::size_t o = 0; o < scales.size(); ++o) {
        if (scales[o] > fitting[o])
            neurons[o] = fittingNeuron(layer, o, inputScale, rounding, scales[o]);
        const RoundedNeuron& neuron = neurons[o];
        result.layer.weights.insert(result.layer.weights.end(), neuron.weights.begin(), neuron.weights.end());
        result.layer.bias.push_back(static_cast<std::int32_t>(neuron.bias));
        result.layer.weightScale.push_back(static_cast<float>(scales[o]));
        result.sumScale.push_back(scales[o] * inputScale);
    }
    result.grownScales = grownScales(scales, wanted, leastSumScale / inputScale);
    return result;
}

double requantizeHidden(QuantizedLayer& quantized, double range)
{
    IntegerLayer& layer = quantized.layer;
    const double largestScale = largestOf(quantized.sumScale);
    const double wanted = usefulRange(layer.activation, range > 0 ? range : largestPossible(quantized));
    const double scale = std::max(wanted / largestActivation, std::ldexp(largestScale, leastShift) / largestMultiplier);

    layer.shift = largestShiftFor(largestScale / scale);
    layer.multiplier.clear();
    for (const double sumScale : quantized.sumScale)
        layer.multiplier.push_back(multiplierOf(std::ldexp(sumScale / scale, layer.shift)));

    double outputScale = scale;
    if (needsTable(layer.activation)) {
        const double tabled = tableRange(layer.activation, scale);
        layer.table = tableOf(layer.activation, scale, tabled);
        outputScale = tabled / largestActivation;
    }
    layer.outputScale = static_cast<float>(outputScale);
    quantized.resultScale = scale;
    return outputScale;
}

double requantizeScores(QuantizedLayer& quantized)
{
    const double largestScale = largestOf(quantized.sumScale);
    quantized.layer.multiplier.clear();
    for (const double sumScale : quantized.sumScale)
        quantized.layer.multiplier.push_back(multiplierOf(sumScale / largestScale * largestMultiplier));
    quantized.layer.shift = scoreShift;
    const double scoreScale = std::ldexp(largestScale, scoreShift) / largestMultiplier;
    quantized.layer.outputScale = static_cast<float>(scoreScale);
    return scoreScale;
}

}

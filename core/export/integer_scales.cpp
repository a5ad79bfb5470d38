#include "export/integer_scales.h"

#include "compression/activation_rules.h"
#include "compression/predictor.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace broto {

namespace {

/// What one step of the sums after requantization stands for; where there is no table, that is the output.
double resultScale(const IntegerLayer& layer, double inputScale)
{
    if (layer.table.empty())
        return layer.outputScale;
    const auto best = std::max_element(layer.multiplier.begin(), layer.multiplier.end()) - layer.multiplier.begin();
    const auto neuron = static_cast<std::size_t>(best);
    return std::ldexp(inputScale * layer.weightScale[neuron], layer.shift) / layer.multiplier[neuron];
}

std::vector<float> oneWhereAllAreTheSame(std::vector<float> scales)
{
    if (std::all_of(scales.begin(), scales.end(), [&](float scale) { return scale == scales.front(); }))
        scales.resize(1);
    return scales;
}

LayerScales hiddenScales(const IntegerLayer& layer, float inputScale)
{
    const double result = resultScale(layer, inputScale);
    std::vector<float> weights;
    for (const std::int16_t multiplier : layer.multiplier)
        weights.push_back(static_cast<float>(std::ldexp(multiplier, -layer.shift) * result / inputScale));
    return {inputScale, oneWhereAllAreTheSame(std::move(weights)), static_cast<float>(result), 0};
}

struct Range {
    double lowest = 0;
    double highest = 0;
};

/// All that the sums of a layer could be, in what they stand for.
Range possibleOutputs(const IntegerLayer& layer, bool inputsArePositive, const std::vector<double>& sumScale)
{
    Range range;
    for (std::size_t o = 0; o < sumScale.size(); ++o) {
        double lowest = layer.bias[o], highest = layer.bias[o];
        for (std::size_t i = 0; i < static_cast<std::size_t>(layer.inputs); ++i) {
            const double reach = largestActivation * layer.weights[o * static_cast<std::size_t>(layer.inputs) + i];
            highest += inputsArePositive ? std::max(reach, 0.0) : std::abs(reach);
            lowest += inputsArePositive ? std::min(reach, 0.0) : -std::abs(reach);
        }
        range.lowest = std::min(range.lowest, lowest * sumScale[o]);
        range.highest = std::max(range.highest, highest * sumScale[o]);
    }
    return range;
}

/// Nothing where no row has an answer.
std::optional<Range> metOutputs(const DeployableModel& model, const Matrix& rows, const std::vector<double>& rawScale)
{
    constexpr Eigen::Index most = 4096; // more of them hardly widen a range
    const Eigen::Index count = std::min(rows.rows(), most);
    Predictor predictor(model);
    std::optional<Range> range;
    for (Eigen::Index i = 0; i < count; ++i) {
        const auto row = rows.row(i * rows.rows() / count);
        const Prediction prediction = predictor.predict({row.data(), static_cast<std::size_t>(row.size())});
        for (std::size_t o = 0; o < prediction.raw.size(); ++o) {
            const double output = prediction.raw[o] * rawScale[o];
            range = range ? Range{std::min(range->lowest, output), std::max(range->highest, output)}
                          : Range{output, output};
        }
    }
    return range;
}

/// Zero is always among them: eight bits have a place for it.
Range withRoom(const Range& range)
{
    const double room = (range.highest - range.lowest) / 16;
    return {std::min(range.lowest - room, 0.0), std::max(range.highest + room, 0.0)};
}

/// What one step of each raw output stands for: of a sum, or of a score.
std::vector<double> rawScales(const DeployableModel& model)
{
    if (model.decoding.target.task == Task::Regression)
        return {model.decoding.unit.begin(), model.decoding.unit.end()};
    return std::vector<double>(static_cast<std::size_t>(model.outputs()), model.decoding.scoreScale);
}

std::vector<double> outputSumScales(const DeployableModel& model, const IntegerLayer& layer)
{
    std::vector<double> scales;
    for (std::size_t o = 0; o < layer.bias.size(); ++o)
        scales.push_back(layer.multiplier.empty()
                             ? static_cast<double>(model.decoding.unit[o])
                             : std::ldexp(layer.multiplier[o], -layer.shift) * model.decoding.scoreScale);
    return scales;
}

LayerScales outputScales(const DeployableModel& model, float inputScale, const Matrix& rows)
{
    constexpr double steps = 255, lowestInteger = -128;
    const IntegerLayer& layer = std::get<IntegerLayer>(model.layers.back());
    const std::vector<double> sumScale = outputSumScales(model, layer);
    const bool positive =
        model.layers.size() > 1 && isNeverNegative(std::get<IntegerLayer>(*(model.layers.end() - 2)).activation);
    const std::optional<Range> met = metOutputs(model, rows, rawScales(model));
    const Range range = met ? withRoom(*met) : possibleOutputs(layer, positive, sumScale);
    LayerScales scales{inputScale, {}, 0, 0};
    for (const double scale : sumScale)
        scales.weights.push_back(static_cast<float>(scale / inputScale));
    scales.weights = oneWhereAllAreTheSame(std::move(scales.weights));
    scales.result =
        std::max(static_cast<float>((range.highest - range.lowest) / steps), std::numeric_limits<float>::min());
    const double zeroPoint = std::round(lowestInteger - range.lowest / scales.result);
    scales.resultZeroPoint = static_cast<std::int64_t>(std::clamp(zeroPoint, -128.0, 127.0));
    return scales;
}

}

IntegerScales integerScales(const DeployableModel& model, const Matrix& rows)
{
    IntegerScales result{std::get<IntegerLayer>(model.layers.front()).inputScale, {}};
    float input = result.input;
    for (std::size_t l = 0; l + 1 < model.layers.size(); ++l) {
        const IntegerLayer& layer = std::get<IntegerLayer>(model.layers[l]);
        result.layers.push_back(hiddenScales(layer, input));
        input = layer.outputScale;
    }
    result.layers.push_back(outputScales(model, input, rows));
    return result;
}

}

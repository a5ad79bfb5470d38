#include "training/layer_statistics.h"

#include "common/cancelled.h"
#include "data/statistics.h"
#include "training/batch_pass.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr std::size_t mostRows = 256;

NumberSpread spreadOf(const std::vector<double>& numbers)
{
    const Statistics statistics = statisticsOf(numbers);
    NumberSpread spread;
    spread.mean = statistics.mean;
    spread.deviation = statistics.deviation;
    for (const double number : numbers)
        if (std::isfinite(number))
            spread.largest = std::max(spread.largest, std::abs(number));
    spread.counts.assign(NumberSpread::bars, 0);
    constexpr auto bars = static_cast<double>(NumberSpread::bars);
    for (const double number : numbers) {
        if (!std::isfinite(number))
            continue;
        const double place = spread.largest > 0 ? (number / spread.largest + 1) / 2 : 0.5;
        ++spread.counts[static_cast<std::size_t>(std::clamp(place * bars, 0.0, bars - 1))];
    }
    return spread;
}

std::vector<std::uint32_t> someRows(std::size_t all)
{
    const std::size_t step = (all + mostRows - 1) / mostRows;
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < all; row += step)
        rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

/// Without what pads them.
std::vector<double> weightsIn(const AlignedFloats& values, const LayerPlace& place)
{
    std::vector<double> numbers;
    for (int input = 0; input < place.inputs; ++input)
        for (int output = 0; output < place.outputs; ++output)
            numbers.push_back(
                static_cast<double>(values[place.weights + static_cast<std::size_t>(input * place.width + output)]));
    return numbers;
}

/// A network that was trained with the binary cross-entropy answers with two outputs, whose cross-entropy is the same.
Loss lossFor(const TrainingSettings& settings, Task task)
{
    const Loss loss = lossOf(settings, task);
    return loss == Loss::BinaryCrossEntropy ? Loss::CrossEntropy : loss;
}

}

Result<std::vector<LayerStatistics>> layerStatistics(const Network& network, const Dataset& data,
                                                     const TrainingSettings& settings, const RunControl& control)
{
    const std::vector<std::uint32_t> rows = someRows(data.training.rows());
    const Truth truth = truthOf(data.target, data.training);
    Parameters parameters({.hidden = {}}, network); // all that it does beyond dense layers is folded into them
    LossRules rules;
    rules.loss = lossFor(settings, data.target.task);
    BatchPass pass(parameters, rules, kernelsFor(bestInstructionSet()), data.training.inputs, truth,
                   static_cast<int>(rows.size()));
    Random unused(0);
    pass.learn(rows, unused);
    std::vector<LayerStatistics> statistics;
    for (const LayerPlace& place : parameters.layers) {
        if (control.stopRequested())
            return cancelledByUser();
        statistics.push_back(
            {spreadOf(weightsIn(parameters.values, place)), spreadOf(weightsIn(pass.gradient(), place))});
    }
    return statistics;
}

}

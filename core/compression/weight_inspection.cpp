#include "compression/weight_inspection.h"

#include "compression/activation_rules.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <span>

namespace broto {

namespace {

/// Some neurons' weights, one after the other.
struct WeightRange {
    std::size_t first;
    std::size_t count;
};

WeightRange rangeOf(int inputs, int outputs, std::optional<std::size_t> neuron)
{
    const auto width = static_cast<std::size_t>(inputs);
    return neuron ? WeightRange{*neuron * width, width} : WeightRange{0, width * static_cast<std::size_t>(outputs)};
}

std::size_t distinctValues(std::vector<float> values)
{
    std::sort(values.begin(), values.end());
    return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

void inspectIntegers(WeightInspection& result, std::span<const std::int8_t> weights)
{
    result.counts.assign(2 * largestActivation + 1, 0);
    for (const int weight : weights) {
        ++result.counts[static_cast<std::size_t>(weight + largestActivation)];
        result.gridStep = std::gcd(result.gridStep, weight);
    }
    result.distinct = result.counts.size() -
                      static_cast<std::size_t>(std::count(result.counts.begin(), result.counts.end(), std::size_t{0}));
}

std::vector<float> meaningOf(const IntegerLayer& layer, WeightRange range)
{
    const auto width = static_cast<std::size_t>(layer.inputs);
    std::vector<float> values;
    for (std::size_t i = range.first; i < range.first + range.count; ++i)
        values.push_back(static_cast<float>(layer.weights[i]) * layer.weightScale[i / width]);
    return values;
}

}

WeightInspection inspectedWeights(const ModelLayer& any, const DenseLayer* network, std::optional<std::size_t> neuron)
{
    WeightInspection result;
    std::vector<float> values;
    WeightRange range{};
    if (const auto* layer = std::get_if<IntegerLayer>(&any)) {
        range = rangeOf(layer->inputs, layer->outputs, neuron);
        values = meaningOf(*layer, range);
        inspectIntegers(result, std::span(layer->weights).subspan(range.first, range.count));
    } else {
        const auto& floats = std::get<Float32Layer>(any);
        range = rangeOf(floats.inputs, floats.outputs, neuron);
        const auto first = floats.weights.begin() + static_cast<std::ptrdiff_t>(range.first);
        values.assign(first, first + static_cast<std::ptrdiff_t>(range.count));
        result.distinct = distinctValues(values);
    }
    result.weights = values.size();
    result.zeros = static_cast<std::size_t>(std::count(values.begin(), values.end(), 0.0f));
    std::span<const float> exact;
    if (network) {
        assert(static_cast<std::size_t>(network->weights.size()) >= range.first + range.count);
        exact = {network->weights.data() + range.first, range.count};
        result.signalToNoise = signalToNoise(exact, values);
    }
    result.bars = valueBars(values, exact);
    return result;
}

}

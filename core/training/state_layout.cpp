#include "training/state_layout.h"

#include "training/optimizers/update_rule.h"
#include "training/parameters.h"

#include <algorithm>
#include <cassert>

namespace broto {

namespace {

Network zeroNetwork(const NetworkShape& shape)
{
    Network network;
    for (const LayerShape& layer : shape)
        network.layers.push_back(
            {Matrix::Zero(layer.outputs, layer.inputs), Vector::Zero(layer.outputs), layer.activation});
    return network;
}

/// Of the network that was learned. One output that tells two classes apart has become two in the answering one.
std::optional<NetworkShape> learnedShape(const TrainedNetwork& trained)
{
    NetworkShape shape = shapeOf(trained.network);
    if (shape.empty())
        return std::nullopt;
    if (trained.settings.loss == Loss::BinaryCrossEntropy) {
        if (shape.back().outputs != 2)
            return std::nullopt;
        shape.back().outputs = 1;
    }
    return shape;
}

}

std::optional<StateLayout> StateLayout::of(const TrainedNetwork& trained)
{
    const std::optional<NetworkShape> shape = learnedShape(trained);
    if (!shape || *shape != shapeOf(trained.design, shape->front().inputs, shape->back().outputs))
        return std::nullopt;
    const Parameters parameters(trained.design, zeroNetwork(*shape));
    StateLayout layout;
    const auto addTo = [](Blocks& blocks, std::size_t begin, int rows, const LayerPlace& place) {
        blocks.list.push_back({begin, static_cast<std::size_t>(rows), static_cast<std::size_t>(place.outputs),
                               static_cast<std::size_t>(place.width)});
    };
    for (const LayerPlace& place : parameters.layers)
        addTo(layout.m_parameters, place.weights, place.inputs, place);
    for (const LayerPlace& place : parameters.layers) {
        addTo(layout.m_parameters, place.bias, 1, place);
        if (!place.normalised)
            continue;
        addTo(layout.m_parameters, place.gain, 1, place);
        addTo(layout.m_statistics, place.mean, 2, place);
    }
    layout.m_parameters.paddedSize = parameters.values.size();
    layout.m_statistics.paddedSize = parameters.statistics.size();
    layout.m_memoryCount =
        makeUpdateRule(trained.settings, 0, parameters, kernelsFor(InstructionSet::Baseline))->memory().arrays.size();
    return layout;
}

bool StateLayout::fits(const TrainingState* state) const
{
    return state && state->parameters.size() == m_parameters.paddedSize &&
           state->statistics.size() == m_statistics.paddedSize && state->memory.size() == m_memoryCount &&
           std::all_of(state->memory.begin(), state->memory.end(),
                       [&](const AlignedFloats& array) { return array.size() == m_parameters.paddedSize; });
}

bool StateLayout::possibleStatistics(std::span<const float> packed) const
{
    for (const Block& block : m_statistics.list) {
        const std::span<const float> variances = packed.subspan(block.columns, block.columns);
        if (std::any_of(variances.begin(), variances.end(), [](float variance) { return variance < 0; }))
            return false;
        packed = packed.subspan(2 * block.columns);
    }
    return true;
}

std::size_t StateLayout::countIn(const Blocks& blocks)
{
    std::size_t count = 0;
    for (const Block& block : blocks.list)
        count += block.rows * block.columns;
    return count;
}

std::vector<float> StateLayout::packed(const Blocks& blocks, const AlignedFloats& padded)
{
    assert(padded.size() == blocks.paddedSize);
    std::vector<float> values;
    values.reserve(countIn(blocks));
    for (const Block& block : blocks.list)
        for (std::size_t row = 0; row < block.rows; ++row) {
            const float* begin = padded.data() + block.begin + row * block.width;
            values.insert(values.end(), begin, begin + block.columns);
        }
    return values;
}

AlignedFloats StateLayout::padded(const Blocks& blocks, std::span<const float> packed)
{
    assert(packed.size() == countIn(blocks));
    AlignedFloats values(blocks.paddedSize);
    auto next = packed.begin();
    for (const Block& block : blocks.list)
        for (std::size_t row = 0; row < block.rows; ++row, next += static_cast<std::ptrdiff_t>(block.columns))
            std::copy_n(next, block.columns,
                        values.begin() + static_cast<std::ptrdiff_t>(block.begin + row * block.width));
    return values;
}

}

#include "compression/row_integers.h"

#include "compression/activation_rules.h"
#include "runtime/dense_int8.h"

#include <cassert>

namespace broto {

namespace {

LayerIntegers layerIntegers(const IntegerLayer& layer, const std::vector<std::int8_t>& x, bool hidden)
{
    const std::size_t outputs = layer.bias.size();
    LayerIntegers result;
    result.sums.resize(outputs);
    // Whatever weights are stored as, they stand for the same int8.
    runtime::denseSums(runtime::Int8Weights{layer.weights.data()}, layer.bias.data(),
                       static_cast<std::uint16_t>(layer.inputs), static_cast<std::uint16_t>(outputs), x.data(),
                       result.sums.data());
    for (std::size_t o = 0; o < layer.multiplier.size(); ++o)
        result.shifted.push_back(
            runtime::requantize(result.sums[o], layer.multiplier[o], static_cast<std::uint8_t>(layer.shift)));
    if (!hidden)
        return result;
    for (const std::int32_t shifted : result.shifted)
        result.clamped.push_back(runtime::clampActivation(shifted, lowestActivation(layer.activation)));
    result.outputs = result.clamped;
    if (!layer.table.empty())
        runtime::applyTable(layer.table.data(), static_cast<std::uint16_t>(outputs), result.outputs.data());
    return result;
}

}

RowIntegers integersOf(const DeployableModel& model, std::span<const float> row)
{
    assert(model.arithmetic == Arithmetic::Int8 && row.size() == model.integerInputs.size());
    RowIntegers result;
    result.inputs.resize(static_cast<std::size_t>(std::get<IntegerLayer>(model.layers.front()).inputs));
    result.report = runtime::encodeRow(model.integerInputs.data(), static_cast<std::uint16_t>(row.size()), row.data(),
                                       result.inputs.data());
    if (result.report.refused)
        return result;
    for (std::size_t l = 0; l < model.layers.size(); ++l)
        result.layers.push_back(layerIntegers(std::get<IntegerLayer>(model.layers[l]),
                                              l == 0 ? result.inputs : result.layers.back().outputs,
                                              l + 1 < model.layers.size()));
    return result;
}

}

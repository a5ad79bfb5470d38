#include "export/network_plan.h"

#include "compression/activation_rules.h"
#include "compression/packed_weights.h"
#include "compression/row_integers.h"
#include "export/array_bytes.h"
#include "export/flash_bytes.h"
#include "export/layer_groups.h"

#include <algorithm>

namespace broto {

namespace {

/// Of a hidden layer that is not trained yet.
constexpr int usualShift = 22;

/// Share of the activations that are 0 where sums are negative as often as positive. What a leaky ReLU leaves of
/// negative sums, a hundredth, rounds to 0. (Measured on random networks.)
double zerosBehind(Activation activation)
{
    switch (activation) {
    case Activation::Relu:
    case Activation::LeakyRelu:
        return 0.5;
    case Activation::Swish:
    case Activation::HardSwish:
        return 0.07;
    default:
        return 0.02;
    }
}

/// All inputs of a category but one are 0, and hardly any of a number.
bool holdsManyZeros(int inputs, int features)
{
    return worthSkipping(static_cast<std::size_t>(inputs - features), static_cast<std::size_t>(inputs));
}

LayerInputs readingOf(const NetworkShape& shape, std::size_t l, bool sparse)
{
    if (l > 0 && shape[l - 1].activation == Activation::Relu)
        return sparse ? LayerInputs::Positive : LayerInputs::PositiveBesideDense;
    return sparse ? LayerInputs::Sparse : LayerInputs::Dense;
}

PlannedLayer plannedLayer(const IntegerLayer& layer)
{
    PlannedLayer planned;
    planned.storage = layer.storage;
    planned.indexBits = indexBits(layer.codebook.size());
    planned.zeroWeights = std::count(layer.weights.begin(), layer.weights.end(), 0);
    planned.shift = layer.shift;
    planned.liesInGroups = liesInGroups(layer);
    if (!planned.liesInGroups)
        planned.packedWeights = static_cast<std::int64_t>(packedSize(layer));
    return planned;
}

void takeShape(PlannedLayer& planned, const LayerShape& shape, bool isHidden)
{
    planned.inputs = shape.inputs;
    planned.outputs = shape.outputs;
    planned.activation = shape.activation;
    planned.isHidden = isHidden;
}

std::int64_t codebookBytes(const HeaderFacts& facts)
{
    std::int64_t bytes = 0;
    for (int l = 0; l <= facts.hiddenLayers; ++l)
        if (facts.codebookName(l) == "codebook" + std::to_string(l + 1))
            bytes += static_cast<std::int64_t>(facts.integerLayer(l).codebook.size());
    return bytes;
}

template<class Integer>
double zeroShare(const std::vector<Integer>& integers)
{
    const auto zeros = std::count_if(integers.begin(), integers.end(), [](Integer integer) { return integer == 0; });
    return static_cast<double>(zeros) / static_cast<double>(integers.size());
}

double zeroSumShare(const std::vector<std::int32_t>& sums)
{
    const auto zeros = std::count_if(sums.begin(), sums.end(), [](std::int32_t sum) { return sum <= 0; });
    return static_cast<double>(zeros) / static_cast<double>(sums.size());
}

/// Golden rows are whole: none of them is refused.
void countZeros(NetworkPlan& plan, const HeaderFacts& facts)
{
    const auto rows = static_cast<double>(facts.goldenRows.size());
    for (const GoldenRow& golden : facts.goldenRows) {
        const RowIntegers integers = integersOf(facts.model, golden.row);
        const std::vector<std::int8_t>* inputs = &integers.inputs;
        for (std::size_t l = 0; l < integers.layers.size(); ++l) {
            plan.layers[l].zeroInputs += zeroShare(*inputs) / rows;
            plan.layers[l].zeroSums += zeroSumShare(integers.layers[l].sums) / rows;
            inputs = &integers.layers[l].outputs;
        }
    }
}

}

bool PlannedLayer::looksUp() const
{
    return isHidden && needsTable(activation);
}

bool PlannedLayer::readsPositive() const
{
    return reads == LayerInputs::Positive || reads == LayerInputs::PositiveBesideDense;
}

bool PlannedLayer::readsBesideDense() const
{
    return reads == LayerInputs::Dense || reads == LayerInputs::PositiveBesideDense;
}

NetworkPlan planOf(const NetworkShape& shape, int features)
{
    NetworkPlan plan;
    plan.features = features;
    const bool sparse = holdsManyZeros(shape.front().inputs, features);
    const int inputs = shape.front().inputs;
    for (std::size_t l = 0; l < shape.size(); ++l) {
        PlannedLayer planned;
        takeShape(planned, shape[l], l + 1 < shape.size());
        planned.zeroInputs =
            l > 0 ? zerosBehind(shape[l - 1].activation) : static_cast<double>(inputs - features) / inputs;
        planned.zeroSums = zerosBehind(Activation::Relu);
        planned.shift = usualShift;
        planned.liesInGroups = planned.isHidden || planned.outputs > 1;
        planned.reads = readingOf(shape, l, sparse);
        planned.packedWeights = planned.liesInGroups ? 0 : planned.products();
        plan.layers.push_back(planned);
    }
    plan.liesFar =
        parameterBytes(plan, Processor::Avr) + std::int64_t{features} * featureBytes(Arithmetic::Int8, Processor::Avr) >
        nearAvrFlash;
    return plan;
}

NetworkPlan planOf(const DeployableModel& model)
{
    const HeaderFacts facts(model, "");
    NetworkPlan plan;
    plan.features = model.features();
    plan.codebookBytes = codebookBytes(facts);
    plan.liesFar = facts.liesFar;
    for (int l = 0; l <= facts.hiddenLayers; ++l) {
        PlannedLayer planned = plannedLayer(facts.integerLayer(l));
        takeShape(planned, facts.shape[static_cast<std::size_t>(l)], l < facts.hiddenLayers);
        planned.reads = inputsOf(facts, l);
        plan.layers.push_back(planned);
    }
    countZeros(plan, facts);
    return plan;
}

}

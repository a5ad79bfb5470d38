#include "export/network_plan.h"

#include "compression/activation_rules.h"
#include "compression/packed_weights.h"

#include <algorithm>

namespace broto {

namespace {

/// One input in so many has to be 0 for kernels to look at each, as layer_groups.cpp decides by the golden rows.
constexpr int worthSkipping = 12;

/// Of a hidden layer that is not trained yet.
constexpr int usualShift = 22;

/// All inputs of a category but one are 0, and hardly any of a number.
bool areOftenZero(int inputs, int features)
{
    return worthSkipping * (inputs - features) > inputs;
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
    const bool sparse = areOftenZero(shape.front().inputs, features);
    for (std::size_t l = 0; l < shape.size(); ++l) {
        PlannedLayer planned;
        takeShape(planned, shape[l], l + 1 < shape.size());
        planned.shift = usualShift;
        planned.liesInGroups = planned.isHidden || planned.outputs > 1;
        planned.reads = readingOf(shape, l, sparse);
        planned.packedWeights = planned.liesInGroups ? 0 : planned.products();
        plan.layers.push_back(planned);
    }
    return plan;
}

NetworkPlan planOf(const DeployableModel& model)
{
    const HeaderFacts facts(model, "");
    NetworkPlan plan;
    plan.features = model.features();
    plan.codebookBytes = codebookBytes(facts);
    for (int l = 0; l <= facts.hiddenLayers; ++l) {
        PlannedLayer planned = plannedLayer(facts.integerLayer(l));
        takeShape(planned, facts.shape[static_cast<std::size_t>(l)], l < facts.hiddenLayers);
        planned.reads = inputsOf(facts, l);
        plan.layers.push_back(planned);
    }
    return plan;
}

}

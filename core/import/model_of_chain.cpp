#include "import/chain_parts.h"

#include "common/version.h"
#include "network/metrics.h"

#include <algorithm>
#include <limits>

namespace broto {

namespace {

Target targetOf(const ChainParts& parts, const std::optional<ModelDescription>& description)
{
    const std::size_t outputs = parts.layers.back().dense.bias.size();
    if (description && description->target.task == parts.task &&
        (parts.task == Task::Regression || description->target.classes.size() == outputs))
        return description->target;
    Target target;
    target.task = parts.task;
    target.name = parts.task == Task::Classification ? "class" : "answer";
    for (std::size_t o = 0; parts.task == Task::Classification && o < outputs; ++o)
        target.classes.push_back("class " + std::to_string(o + 1));
    return target;
}

bool isInteger(const ChainParts& parts)
{
    return parts.inputs && std::all_of(parts.layers.begin(), parts.layers.end(),
                                       [](const ChainLayer& layer) { return layer.dense.integers.has_value(); });
}

void addFloatLayers(DeployableModel& model, const ChainParts& parts)
{
    for (const ChainLayer& layer : parts.layers)
        model.layers.push_back(Float32Layer{layer.dense.inputs, layer.dense.outputs, layer.activation,
                                            layer.dense.weights, layer.dense.bias});
}

}

Result<DeployableModel> modelOf(const DenseChain& chain)
{
    const Result<ChainParts> parts = partsOf(chain);
    if (!parts)
        return parts.error();
    DeployableModel model;
    model.preprocessing = parts->preprocessing;
    model.decoding.target = targetOf(*parts, chain.description);
    Target& target = model.decoding.target;
    const bool integers = isInteger(*parts);
    if (target.task == Task::Regression && !(integers && chain.description)) {
        target.deviation = parts->answer.factor;
        target.centre = parts->answer.offset;
    }
    model.provenance.version = programVersion;
    model.provenance.metric = headlineName(target.task);
    model.provenance.testMetric = std::numeric_limits<double>::quiet_NaN(); // nobody has judged it
    if (integers) {
        model.name = "imported-int8";
        model.arithmetic = Arithmetic::Int8;
        if (std::optional<Message> problem = addIntegers(model, *parts, chain.description))
            return *problem;
    } else {
        model.name = "float";
        addFloatLayers(model, *parts);
    }
    if (const std::optional<Message> problem = problemWith(model))
        return *problem;
    return model;
}

}

#include "export/array_bytes.h"

#include "compression/activation_rules.h"

#include <algorithm>

namespace broto {

namespace {

/// How a group of four neurons lies in flash.
struct GroupLayout {
    int ends;         ///< bytes of biases and multipliers, as many for each neuron
    int int8Together; ///< inputs are filled up to a multiple of it
    int int4Together;
};

constexpr GroupLayout layoutOf(Processor processor)
{
    switch (processor) {
    case Processor::CortexM0:
        return {16 + 8, 4, 4};
    case Processor::CortexM4:
        return {16 + 16, 4, 8};
    case Processor::Avr:
    case Processor::RiscV32:
    case Processor::Xtensa:
    case Processor::Generic:
        break;
    }
    return {12 + 8, 1, 1};
}

constexpr int filledUp(int count, int together)
{
    return (count + together - 1) / together * together;
}

std::int64_t groupBytes(const PlannedLayer& layer, Processor processor)
{
    const GroupLayout layout = layoutOf(processor);
    const int weights = layer.isInt4() ? 2 * filledUp(layer.inputs, layout.int4Together)
                                       : 4 * filledUp(layer.inputs, layout.int8Together);
    return std::int64_t{layer.groups()} * (layout.ends + weights);
}

}

std::int64_t layerBytes(const PlannedLayer& layer, Processor processor)
{
    const std::int64_t table = tableBytes(layer);
    return table +
           (layer.liesInGroups ? groupBytes(layer, processor) : layer.packedWeights + biasBytes(layer, processor));
}

std::int64_t biasBytes(const PlannedLayer& layer, Processor processor)
{
    const bool multiplied = layer.isHidden || layer.outputs > 1;
    const int neuron = layer.liesInGroups ? layoutOf(processor).ends / 4 : multiplied ? 4 + 2 : 4;
    return std::int64_t{layer.outputs} * neuron;
}

std::int64_t tableBytes(const PlannedLayer& layer)
{
    return layer.looksUp() ? tableEntries : 0;
}

std::int64_t parameterBytes(const NetworkPlan& plan, Processor processor)
{
    std::int64_t bytes = plan.codebookBytes;
    for (const PlannedLayer& layer : plan.layers)
        bytes += layerBytes(layer, processor);
    return bytes;
}

int featureBytes(Arithmetic arithmetic, Processor processor)
{
    const bool isAvr = processor == Processor::Avr; // which aligns nothing
    return arithmetic == Arithmetic::Int8 ? (isAvr ? 18 : 20) : (isAvr ? 21 : 24);
}

std::int64_t activationBytes(const NetworkShape& shape, Arithmetic arithmetic, Processor processor)
{
    int vectors[2] = {0, 0};
    for (std::size_t l = 0; l < shape.size(); ++l)
        vectors[l % 2] = std::max(vectors[l % 2], shape[l].inputs);
    std::int64_t bytes = 0;
    for (const int count : vectors) {
        if (arithmetic == Arithmetic::Float32)
            bytes += 4 * std::max(count, 1);
        else if (processor == Processor::CortexM4)
            bytes += 2 * filledUp(std::max(count, 8), 8);
        else
            bytes += filledUp(std::max(count, 8), 4);
    }
    return bytes;
}

}

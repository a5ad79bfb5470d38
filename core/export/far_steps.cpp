#include "export/far_steps.h"

#include "export/array_bytes.h"
#include "export/flash_bytes.h"

#include <algorithm>

namespace broto {

namespace {

/// How many arrays the layer is divided among, each of which is called by itself.
std::int64_t arraysOf(const PlannedLayer& layer)
{
    const std::int64_t groupBytes = (layerBytes(layer, Processor::Avr) - tableBytes(layer)) / layer.groups();
    const std::int64_t groups = std::max(largestAvrArray / groupBytes, std::int64_t{1});
    return (layer.groups() + groups - 1) / groups;
}

/// Unlike the kernels of near flash it looks for the sign of every input.
void countFarColumns(StepCounts& counts, const PlannedLayer& layer)
{
    const double groups = layer.groups(), zeros = layer.inputs * layer.zeroInputs, others = layer.inputs - zeros;
    const bool int4 = layer.isInt4(), positive = layer.readsPositive();
    counts[int4 ? Step::FarInt4Skipped : Step::FarInt8Skipped] += groups * zeros;
    if (positive)
        counts[int4 ? Step::FarInt4Column : Step::FarInt8Column] += groups * others;
    else
        counts[int4 ? Step::FarInt4Either : Step::FarInt8Either] += groups * others;
    const int block = positive ? 32 : 16;
    if (int4)
        counts[Step::FarInt4Block] += groups * ((layer.inputs + block - 1) / block);
}

}

void countFarLayer(StepCounts& counts, const PlannedLayer& layer)
{
    const auto arrays = static_cast<double>(arraysOf(layer));
    counts[Step::FarArray] += arrays;
    counts[Step::FarSummed] += arrays * layer.inputs;
    countFarColumns(counts, layer);
    counts[layer.isHidden ? Step::FarHiddenGroup : Step::FarScoreGroup] += layer.groups();
    if (layer.isHidden)
        counts[Step::FarShift] += 4.0 * layer.groups() * (layer.shift - 17);
}

}

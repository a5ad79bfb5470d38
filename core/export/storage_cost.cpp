#include "export/storage_cost.h"

namespace broto {

namespace {

StorageCost codebookCost(int indexBits)
{
    switch (indexBits) {
    case 2:
        return {1.6, 0, 4, 12, 590};
    case 4:
        return {1.76, 0, 2, 12, 430};
    default:
        return {1.59, 0, 1, 12, 340};
    }
}

}

StorageCost storageCostOf(const PlannedLayer& layer)
{
    switch (layer.storage) {
    case Storage::Ternary:
        return {0.76, 0, 4, 11, 440};
    case Storage::Codebook:
        return codebookCost(layer.indexBits);
    case Storage::Sparse:
        return {1.29, 0.156, 1, 12, 250};
    case Storage::Int8:
    case Storage::Int4: // has steps and code of its own
        break;
    }
    return {1, 0, 1, 0, 0};
}

double int8Products(const PlannedLayer& layer)
{
    const StorageCost cost = storageCostOf(layer);
    const int neurons = (layer.outputs + cost.together - 1) / cost.together * cost.together;
    const auto all = static_cast<double>(neurons) * layer.inputs;
    const double zeros = layer.storage == Storage::Sparse ? static_cast<double>(layer.zeroWeights) : 0;
    return cost.layerProducts + cost.multiplication * (all - zeros) + cost.skipped * zeros;
}

}

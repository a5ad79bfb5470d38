#pragma once

#include "export/network_plan.h"

namespace broto {

/// What ternary, codebook and sparse weights take beside int8, whose kernel is as portable. An ATmega328P was measured
/// (-Os), within a tenth; the loops of the others are taken to differ as much.
struct StorageCost {
    double multiplication; ///< of a weight, to that of an int8; of a sparse one, of those that are not 0
    double skipped;        ///< of a weight that is not there
    int together;          ///< neurons that are computed at once, whether there are as many or not
    int layerProducts;     ///< as many products of int8 as a layer takes beyond one of int8
    int code;              ///< more bytes than the kernel for int8
};

StorageCost storageCostOf(const PlannedLayer& layer);

/// As many products of int8 weights as take as long as those of a layer.
double int8Products(const PlannedLayer& layer);

}

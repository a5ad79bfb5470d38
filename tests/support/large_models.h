#pragma once

#include "compression/deployable_model.h"

namespace broto {

/// What a large network is to be.
struct LargeNetwork {
    Arithmetic arithmetic = Arithmetic::Int8;
    Storage storage = Storage::Int8;
    int codebook = 0; ///< its weights, where that is the storage: 4, 16 or 256
    int kibibytes = 0;
    int outputs = 12; ///< 1: a regression
};

/// A network of random weights that take about so many KiB, most of them in the second of three layers. It keeps every
/// promise of DeployableModel, and a row of whole numbers goes into the integer ones as it is, as far as it is in
/// -127..127.
DeployableModel largeModel(const LargeNetwork& wanted);

}

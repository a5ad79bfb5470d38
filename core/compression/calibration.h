#pragma once

#include "common/matrix.h"
#include "compression/input_quantization.h"
#include "network/network.h"

#include <vector>

namespace broto {

/// What each hidden layer of the float network meets for rows in raw units that pass through the integer encoding
/// first, as they do on the board: the largest |sum|, where a negative one counts only as far as the activation tells
/// it from smaller ones (not at all for ReLU); 0 where no row wakes a layer. Not finite where the network overflows.
std::vector<double> calibratedRanges(const Network& network, const QuantizedInputs& inputs, const Matrix& rows);

}

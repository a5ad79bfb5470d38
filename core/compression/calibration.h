#pragma once

#include "common/matrix.h"
#include "compression/input_quantization.h"
#include "compression/quantization_options.h"
#include "data/dataset.h"
#include "network/network.h"

#include <vector>

namespace broto {

/// At most so many of the rows that the network was trained with, evenly spread; 0: all.
std::vector<Eigen::Index> spreadRows(Eigen::Index rows, int most);

/// These rows alone.
Matrix rowsOf(const Matrix& values, const std::vector<Eigen::Index>& rows);

/// How far each hidden layer of the float network goes for rows in raw units that pass through the integer encoding
/// first, as they do on the board: the |sum| that shall become 127, where a negative one counts only as far as the
/// activation tells it from smaller ones (not at all for ReLU); 0 where no row wakes a layer. Not finite where the
/// network overflows.
std::vector<double> calibratedRanges(const Network& network, const QuantizedInputs& inputs, const Matrix& rows,
                                     RangeMethod method = RangeMethod::MinMax);

}

#pragma once

#include "common/matrix.h"
#include "compression/compensated_rounding.h"
#include "compression/deployable_model.h"
#include "compression/input_quantization.h"
#include "data/dataset.h"
#include "network/network.h"

#include <cstdint>
#include <vector>

namespace broto {

/// Some rows on their way through a network twice: in float, and in integers as far as its layers have been quantized.
/// What compensation and the correction of biases compare.
class CalibrationRows {
public:
    /// Rows of the training part, by number; those that the integer encoding refuses are left out.
    CalibrationRows(const Dataset& data, const QuantizedInputs& inputs, const std::vector<Eigen::Index>& rows);

    /// Sums over all rows of integer input i * integer input j of the layer that comes next.
    ProductMatrix products() const;

    /// Of each input of the layer that comes next, the mean square in steps.
    std::vector<double> meanSquares() const;

    /// Moves the biases of the layer that comes next so that on average its sums are those of the float layer. One that
    /// would leave 24 bits stays.
    void correctBias(const DenseLayer& layer, const std::vector<double>& sumScale, IntegerLayer& quantized) const;

    /// Past that layer, which is requantized by now.
    void pass(const DenseLayer& layer, const IntegerLayer& quantized);

private:
    Matrix m_floats;
    std::vector<std::int8_t> m_integers; ///< row by row
};

}

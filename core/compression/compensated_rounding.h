#pragma once

#include "common/matrix.h"
#include "compression/weight_grid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace broto {

using ProductMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Rounds the weights of a neuron one after the other, where those that follow make up for what the sum has lost so
/// far, as well as they can on the rows that a layer was calibrated with (GPTQ, here as the equal rounding by a
/// triangular decomposition). Inputs that matter most are rounded first.
class CompensatedRounding {
public:
    /// `products`: the sums over all rows of input i * input j. An input that is always 0 costs nothing and is rounded
    /// to the nearest step.
    explicit CompensatedRounding(const ProductMatrix& products);

    /// Of one neuron, as int8 on the grid. `scale`: what one step of an int8 stands for.
    std::vector<std::int8_t> rounded(std::span<const float> weights, double scale, const WeightGrid& grid) const;

    /// How much the error of each weight counts by itself.
    std::span<const double> importance() const { return m_importance; }

private:
    std::vector<Eigen::Index> m_order; ///< of the inputs
    ProductMatrix m_shares; ///< in that order: [later][earlier], of an earlier error that a later weight takes
    std::vector<double> m_importance;
};

/// One weight to the nearest step of a grid.
std::int8_t nearestOnGrid(double weight, double scale, const WeightGrid& grid);

}

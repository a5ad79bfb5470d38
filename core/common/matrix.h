#pragma once

#include <Eigen/Core>

namespace broto {

/// Rows are samples or neurons, columns features or inputs.
using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXf;

}

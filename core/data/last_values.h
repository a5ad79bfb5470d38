#pragma once

#include "common/matrix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// The order in which rows were taken. Both lists have one value a row; an empty one says nothing.
struct RowOrder {
    std::vector<double> times; ///< NaN: after all others
    std::vector<std::int32_t> groups;
};

/// Gives a missing value (NaN) the one before it, in the order of time and within its group. What nothing stands before
/// stays missing.
void carryLastValues(Matrix& rows, Eigen::Index column, const RowOrder& order);

}

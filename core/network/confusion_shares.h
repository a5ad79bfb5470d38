#pragma once

#include <vector>

namespace broto {

/// Every count of a confusion matrix as a share of the rows of its true class, row by row: above 0 on the diagonal,
/// where answers are right, and below 0 beside it. NaN for a class without rows.
std::vector<double> confusionShares(const std::vector<std::vector<int>>& confusion);

}

#pragma once

#include "data/dataset.h"

#include <span>
#include <vector>

namespace broto {

/// Whether a row that lacks this feature's value is no use to learn from: nothing stands for the value.
bool leavesRowsOut(MissingPolicy policy, const Feature& feature);

/// Keeps some of the rows of a part; `rows` ascend.
void keepRows(DataPart& part, std::span<const std::size_t> rows);

/// Rows of a part that have every value that nothing stands for. One policy a feature.
std::vector<std::size_t> usableRows(const DataPart& part, const std::vector<Feature>& features,
                                    std::span<const MissingPolicy> policies);

}

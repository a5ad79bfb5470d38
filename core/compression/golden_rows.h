#pragma once

#include "data/dataset.h"

#include <vector>

namespace broto {

inline constexpr std::size_t goldenRowCount = 5;

/// Whole rows in raw units that exported code tests itself with: of the test part where it has any, else of the
/// validation or the training part; every class in turn, or evenly spread.
std::vector<std::vector<float>> goldenRows(const Dataset& data);

}

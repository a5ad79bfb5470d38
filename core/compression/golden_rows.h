#pragma once

#include "data/dataset.h"

#include <vector>

namespace broto {

inline constexpr std::size_t goldenRowCount = 5;

/// Whole rows in raw units that exported code tests itself with: of the test part where it has any, else of the
/// validation or the training part; every class in turn, or evenly spread.
std::vector<std::vector<float>> goldenRows(const Dataset& data);

/// With windows: the readings of the first whole one, of the same part; else nothing. A window with a reading that is
/// filled in is not whole.
std::vector<float> goldenWindow(const Dataset& data);

}

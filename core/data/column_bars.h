#pragma once

#include "data/table.h"

#include <vector>

namespace broto {

/// A column in a few small bars: how often values fall into equally wide ranges, or how often the commonest categories
/// occur. The highest bar is 1. No bars where there are no values.
std::vector<double> columnBars(const Column& column, std::size_t bars);

}

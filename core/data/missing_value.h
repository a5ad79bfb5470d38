#pragma once

#include <limits>

namespace broto {

/// Stands in a column of numbers where there is none.
inline constexpr float missingValue = std::numeric_limits<float>::quiet_NaN();

}

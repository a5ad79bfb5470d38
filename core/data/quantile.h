#pragma once

#include <span>

namespace broto {

/// The value below which a share of ascending numbers lies, straight lines between them: 0.5 is the median. Needs at
/// least one number.
double quantileOf(std::span<const double> ascending, double share);

}

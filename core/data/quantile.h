#pragma once

#include <array>
#include <optional>
#include <span>

namespace broto {

/// The value below which a share of ascending numbers lies, straight lines between them: 0.5 is the median. Needs at
/// least one number.
double quantileOf(std::span<const double> ascending, double share);

/// The same of numbers in any order, NaNs left out, at a quarter, the middle and three quarters; nothing where there is
/// no number.
std::optional<std::array<double, 3>> quartilesOf(std::span<const double> numbers);

}

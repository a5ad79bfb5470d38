#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Arrays in numpy's own file format, version 1.0, little-endian, row by row: np.load reads them.
/// Number is float, std::int8_t, std::int16_t or std::int32_t.
using NpyShape = std::vector<std::size_t>;

template<class Number>
std::string npyBytes(const Number* numbers, const NpyShape& shape);

/// The numbers of an array that must have this shape and type. Nothing: it has not, or holds a float that is no number.
template<class Number>
std::optional<std::vector<Number>> parseNpy(std::string_view bytes, const NpyShape& shape);

}

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broto {

/// The shortest decimal text that reads back as the same number, independent of any locale.
std::string shortest(double number);
std::string shortest(float number);

/// A number with `digits` digits after the point, for people. Not for arithmetic.
std::string fixed(double number, int digits);

/// The whole of `text` as a number with a decimal point ("1e-3", "-2.5"); nothing if it is anything else.
std::optional<double> parseNumber(std::string_view text);

}

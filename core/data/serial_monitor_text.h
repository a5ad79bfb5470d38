#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broto {

/// A text copied from the Arduino serial monitor with its times, "17:51:02.123 -> 23.5,45", as a table whose first
/// column holds them; line by line. `separator` is one that is known already. Nothing: it is no such text.
std::optional<std::string> withoutArrows(std::string_view text, std::optional<char> separator);

}

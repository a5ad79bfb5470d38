#pragma once

#include "data/separator_guess.h"

#include <optional>
#include <string>
#include <string_view>

namespace broto {

/// A text copied from the Arduino serial monitor with its times, "17:51:02.123 -> 23.5,45", as a table whose first
/// column holds them; line by line, divided by what divides the values behind the arrows.
struct TextWithoutArrows {
    std::string text;
    SeparatorGuess separator;
};

/// `separator` is one that is known already. Nothing: it is no such text.
std::optional<TextWithoutArrows> withoutArrows(std::string_view text, std::optional<char> separator);

}

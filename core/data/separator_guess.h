#pragma once

#include "common/message.h"

#include <array>
#include <string_view>

namespace broto {

/// What can stand between the values of a line. ' ' is any run of white space.
inline constexpr std::array<char, 5> separators = {',', ';', '\t', '|', ' '};

struct SeparatorGuess {
    char separator = ',';
    Message reason;
};

/// The separator that explains the first lines best: all of one width, with values that are numbers, dates or missing.
SeparatorGuess guessSeparator(std::string_view text, char comment);

/// The reason for a separator that the text itself names, in a first line "sep=;".
Message namedSeparator();

}

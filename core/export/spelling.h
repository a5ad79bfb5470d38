#pragma once

#include <string>
#include <string_view>

namespace broto {

/// How one character of a name is written in the letters a-z and digits.
struct Spelling {
    std::string text;      ///< empty: it cannot be, or it is a separator
    bool isWord = false;   ///< stands apart from its neighbours: "ΔT" is "delta_t"
    bool isSilent = false; ///< no letter and no separator either: an accent, the hard sign of Russian
};

/// How the character at `at` is written. Letters of Latin, Greek and Cyrillic writing lose their accents and case; a
/// Greek letter that stands alone has its name; percent, signs and comparisons are words, so that the classes "-1" and
/// "1" or "<5" and ">5" remain different.
Spelling spellingOf(std::u32string_view name, std::size_t at);

}

#pragma once

#include <string>
#include <string_view>

namespace broto {

/// The code points of UTF-8 text. What is not UTF-8 becomes U+FFFD, one for every byte that fits nowhere.
std::u32string codePoints(std::string_view utf8);

void appendUtf8(std::string& text, char32_t codePoint);

}

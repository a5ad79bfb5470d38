#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broto {

/// Bytes of the character that a text begins with, where a person can read it: UTF-8, blanks and line ends. 0: it is a
/// control character or none at all. The text is not empty.
std::size_t readableCharacter(std::string_view text);

/// What a device printed, fit for a terminal, a window and JSON: bytes that nobody can read are written as "\x1b".
std::string readableText(std::string_view text);

}

#pragma once

#include <string_view>

namespace broto {

/// Whether a text that may be JSON is nested no deeper than anything that is read here: the parser, and what frees its
/// result, call themselves for every level.
bool isShallowJson(std::string_view text);

}

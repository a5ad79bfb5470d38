#pragma once

#include <string_view>

namespace broto {

/// Whether a folded name means something else to a compiler, to the Arduino core or to a file system, so that a
/// namespace or a header cannot be called so.
bool isReservedWord(std::string_view name);

}

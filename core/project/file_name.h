#pragma once

#include <string>
#include <string_view>

namespace broto {

/// A table's file name as a project keeps it: no folders, valid UTF-8, nothing that a ZIP or a file system trips over.
std::string cleanFileName(std::string_view name);

/// Whether a name is one that cleanFileName leaves as it is.
bool isCleanFileName(std::string_view name);

}

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace broto {

/// The programs that have a file open, by the names that the system has for them; this one is left out. Those of other
/// users cannot be seen without their rights.
std::vector<std::string> programsHolding(const std::filesystem::path& file);

}

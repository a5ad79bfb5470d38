#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A line that breaks one of the rules of ARCHITECTURE.md.
struct Violation {
    std::string file;
    int line = 0;
    std::string rule;
};

/// What a source file may not include, by where it stands. `path` is relative to the project, with forward slashes.
std::vector<Violation> violationsIn(std::string_view path, std::string_view text);

}

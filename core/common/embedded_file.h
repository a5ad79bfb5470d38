#pragma once

#include <span>
#include <string_view>

namespace broto {

/// A file of the sources that travels inside the program (cmake/BrotoEmbed.cmake).
struct EmbeddedFile {
    std::string_view name;  ///< path below the folder it came from, with forward slashes
    std::string_view bytes; ///< lives as long as the program
};

}

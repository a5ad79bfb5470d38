#pragma once

#include <span>
#include <string_view>

namespace broto {

/// A data set that comes with the program.
struct Sample {
    std::string_view id;       ///< "iris"
    std::string_view fileName; ///< "iris.csv"
    std::string_view csv;      ///< the file's bytes; they live as long as the program
    std::string_view sidecar;  ///< JSON for parseSidecar: title, source, licence, target
};

/// All of them, sorted by id.
std::span<const Sample> samples();

}

#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"

#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A file that an exporter made, not yet on any disk.
struct ExportedFile {
    std::string path; ///< relative, with forward slashes
    std::string bytes;
    bool operator==(const ExportedFile&) const = default;
};
using ExportedFiles = std::vector<ExportedFile>;

/// One self-contained C++11 header (export/cpp_header.cpp).
Result<ExportedFiles> exportCppHeader(const DeployableModel& model, std::string_view projectName);

/// The name of the header's namespace and file stem, and of the folder that other formats are: "iris_ptq_int8". At most
/// 66 characters, a legal name in C, C++ and on every file system.
std::string identifierFor(std::string_view projectName, std::string_view variant);

}

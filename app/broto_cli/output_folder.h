#pragma once

#include "export/exported_files.h"

#include <filesystem>

namespace broto {

/// Makes a folder and those above it where they are missing.
Result<void> makeFolder(const std::filesystem::path& folder);

/// Writes files below a folder. Returns their paths.
Result<std::vector<std::string>> writeFiles(const ExportedFiles& files, const std::filesystem::path& folder);

}

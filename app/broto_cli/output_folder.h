#pragma once

#include "export/exported_files.h"

#include <filesystem>

namespace broto {

/// What becomes of files that are there already with other contents.
enum class Existing {
    Keep, ///< nothing is written, and the error names one of them
    Replace
};

/// Makes a folder and those above it where they are missing.
Result<void> makeFolder(const std::filesystem::path& folder);

/// Writes files below a folder, which is made where it is missing.
Result<void> writeFiles(const ExportedFiles& files, const std::filesystem::path& folder, Existing existing);

}

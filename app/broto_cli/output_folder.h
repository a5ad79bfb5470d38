#pragma once

#include "export/exported_files.h"

#include <filesystem>

namespace broto {

/// What becomes of files that are there already with other contents.
enum class Existing {
    Keep, ///< nothing is written, and the error names one of them
    Replace
};

/// Writes files below a folder, which is made where it is missing: all of them, or nothing is there that was not
/// before.
Result<void> writeFiles(const ExportedFiles& files, const std::filesystem::path& folder, Existing existing);

}

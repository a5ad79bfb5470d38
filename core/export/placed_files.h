#pragma once

#include "export/exported_files.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace broto {

/// Writes files below a folder, which is made where it is missing: all of them, or none and nothing is changed. A file
/// that has its bytes already is left alone. Returns what stands first in the folder: the files and folders that
/// somebody takes to have all of them.
Result<std::vector<std::filesystem::path>> placeFiles(const ExportedFiles& files, const std::filesystem::path& folder);

/// Why files could not be written there, whatever may be replaced: a folder stands where one of them should, or a file
/// where a folder should.
std::optional<Message> inTheWay(const ExportedFiles& files, const std::filesystem::path& folder);

/// Their names, without writing anything: "iris.h", or "iris" for "iris/src/a.h".
std::vector<std::string> topNames(const ExportedFiles& files);

/// The files that are there with other content, which would be replaced.
ExportedFiles filesThatDiffer(const ExportedFiles& files, const std::filesystem::path& folder);

/// What stands first in the folder and has one of them.
std::vector<std::string> namesThatDiffer(const ExportedFiles& files, const std::filesystem::path& folder);

/// `placeFiles` in a folder of the user's cache that belongs to exactly these files, to be taken from there by others,
/// who may come late: what was placed before stays, up to the last fifty.
Result<std::vector<std::filesystem::path>> placeForOthers(const ExportedFiles& files);

}

#pragma once

#include "common/result.h"
#include "project/project.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace broto {

/// The bytes of a project file: a ZIP of project.json, the table's original bytes and weights as .npy. The same project
/// gives the same bytes.
Result<std::string> projectBytes(const Project& project);

/// Reads any project file this or an older version wrote. A damaged one is an error that says what is wrong with it.
Result<Project> parseProject(std::string_view bytes);

Result<void> saveProject(const Project& project, const std::filesystem::path& path);
Result<Project> loadProject(const std::filesystem::path& path);

}

#pragma once

#include "common/result.h"
#include "common/zip.h"
#include "platform/file_stamp.h"
#include "project/project.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broto {

/// The bytes of a project file: a ZIP of project.json, the table's original bytes and weights as .npy. The same project
/// gives the same bytes.
Result<std::string> projectBytes(const Project& project);

/// Reads any project file this or an older version wrote. A damaged one is an error that says what is wrong with it.
Result<Project> parseProject(std::string_view bytes);

/// The same as the files in that ZIP, for who keeps them in another way. The tables are large and change seldom: they
/// can be left out and put back.
enum class Tables { Included, LeftOut };
Result<std::vector<ArchiveEntry>> projectEntries(const Project& project, Tables tables);
Result<Project> projectFromEntries(std::vector<ArchiveEntry> entries);

/// The tables of a project by their names in the ZIP.
std::vector<std::pair<std::string, const DataSource*>> tablesOf(const Project& project);

/// Why a table can no longer be written as it was read: its file was too large to be kept in memory, could not be
/// copied when it was opened, and has been changed by somebody else since.
std::optional<Message> lossOf(const DataSource& table);

/// `expected`: the file as it was last looked at. One that has become another by the time it would be replaced is left
/// alone; packing a large project takes a while.
Result<void> saveProject(const Project& project, const std::filesystem::path& path,
                         const std::optional<FileStamp>& expected = {});
Result<Project> loadProject(const std::filesystem::path& path);

}

#pragma once

#include "platform/staged_file.h"

#include <optional>
#include <vector>

namespace broto {

/// Files that are written together or not at all, as far as a file system allows. All are written beside their places
/// first, so that a full disk or a missing right leaves everything as it was; then each is moved to its place. When
/// this goes before all are placed, what it has done is undone: new files and folders go, old files get their bytes
/// back.
class FileBatch {
public:
    FileBatch() = default;
    FileBatch(const FileBatch&) = delete;
    FileBatch& operator=(const FileBatch&) = delete;
    ~FileBatch();

    /// Makes the folders above it where they are missing.
    Result<void> write(const std::filesystem::path& path, std::string_view bytes);

    Result<void> place();

private:
    struct File {
        std::filesystem::path path;
        StagedFile staged;
        std::optional<std::string> before; ///< what it held, if it was there
    };

    Result<void> makeFolders(const std::filesystem::path& folder);

    std::vector<File> m_files;
    std::size_t m_placed = 0;                     ///< how many of them are in their places
    std::vector<std::filesystem::path> m_folders; ///< that were made, the upper ones first
    bool m_isDone = false;
};

}

#pragma once

#include "common/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace broto {

/// The whole of a regular file. Fails with its path and the system's reason.
Result<std::string> readFile(const std::filesystem::path& path);

/// Writes beside the file, flushes to the disk, then renames: after a crash there is the old content or the new one,
/// never a part.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

/// A new folder for temporary files, removed with everything in it when this goes.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> make(std::string_view name);
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    ~TemporaryFolder();

    const std::filesystem::path& path() const { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

}

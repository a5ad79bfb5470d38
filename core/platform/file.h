#pragma once

#include "common/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace broto {

/// The whole of a regular file. Fails with its path and the system's reason.
Result<std::string> readFile(const std::filesystem::path& path);

/// When what was written reaches the disk. Waiting for it takes seconds on a busy computer; what can be made again, or
/// must not be held up, is left to the system.
enum class Flush { Now, Later };

/// Writes beside the file, then renames: whoever reads it finds the old content or the new one, never a part. Flushed
/// now, that holds after a power cut as well.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes, Flush flush = Flush::Now);

/// Removes what programs have left beside a file that were killed while they wrote there.
void removeLeftParts(const std::filesystem::path& file);

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

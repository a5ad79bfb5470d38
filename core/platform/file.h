#pragma once

#include "common/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace broto {

/// No file that is read as a whole is larger: a project file holds at most half of it.
inline constexpr std::size_t mostReadBytes = std::size_t(2) << 30;

/// The whole of a regular file. Fails with its path and the system's reason, or where it is larger than it may be.
Result<std::string> readFile(const std::filesystem::path& path, std::size_t mostBytes = mostReadBytes);

/// When what was written reaches the disk. Waiting for it takes seconds on a busy computer; what can be made again, or
/// must not be held up, is left to the system.
enum class Flush { Now, Later };

/// Writes beside the file, then renames: whoever reads it finds the old content or the new one, never a part. Flushed
/// now, that holds after a power cut as well.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes, Flush flush = Flush::Now);

/// Has what was written before, and perhaps left to the system, on the disk when it returns.
Result<void> flushFile(const std::filesystem::path& path);

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

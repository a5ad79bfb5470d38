#pragma once

#include "common/result.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace broto {

/// The bytes of a file, or some that were made in memory. A large file is not copied: its pages are looked at where
/// they are, and need no memory of ours. Should somebody cut such a file short while it is looked at, the lost bytes
/// read as zeros and problem() tells.
class FileBytes {
public:
    /// Files up to this size are read into memory, where nobody else can change them.
    static constexpr std::size_t mostCopied = std::size_t(16) << 20;

    /// Fails with the path and the system's reason.
    static Result<FileBytes> open(const std::filesystem::path& path);
    /// The same of a file whose bytes are still needed when somebody has written to it: up to `mostKept` of them are
    /// copied to a place on the disk that nobody else can reach, if there is one.
    static Result<FileBytes> openToKeep(const std::filesystem::path& path, std::size_t mostKept);
    static FileBytes of(std::string bytes);

    FileBytes(FileBytes&&) noexcept;
    FileBytes& operator=(FileBytes&&) noexcept;
    ~FileBytes();

    std::string_view view() const;

    /// Why the bytes are no longer those that the file held when it was opened: somebody has changed or cut it.
    std::optional<Message> problem() const;

private:
    class Mapping;

    FileBytes();
    std::string m_copy;
    std::unique_ptr<Mapping> m_mapping; ///< nothing: the bytes are in m_copy
};

}

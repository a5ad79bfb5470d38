#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace broto {

/// What tells that a file has been written since: another size or another time.
struct FileStamp {
    std::int64_t bytes = 0;
    std::int64_t modifiedNs = 0; ///< since 1970
    bool operator==(const FileStamp&) const = default;
};

/// Nothing: there is no such file, or it cannot be looked at.
std::optional<FileStamp> fileStamp(const std::filesystem::path& path);

}

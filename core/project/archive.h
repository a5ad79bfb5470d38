#pragma once

#include "common/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A file inside a ZIP.
struct ArchiveEntry {
    std::string name; ///< with forward slashes
    std::string bytes;
    bool operator==(const ArchiveEntry&) const = default;
};

/// What a project may hold, unpacked: no archive that unpacks to more is read or written.
inline constexpr std::size_t mostArchiveBytes = std::size_t(1) << 30;
inline constexpr std::size_t mostArchiveEntries = 10000;

/// A ZIP with the entries in the order given and one fixed time in all of them: equal entries give equal bytes.
Result<std::string> packArchive(const std::vector<ArchiveEntry>& entries);

/// All entries of a ZIP from anywhere. Checks sums and sizes as it unpacks, and never unpacks more than `mostBytes`,
/// whatever the archive says of itself.
Result<std::vector<ArchiveEntry>> unpackArchive(std::string_view bytes, std::size_t mostBytes = mostArchiveBytes);

}

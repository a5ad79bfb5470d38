#pragma once

#include "common/zip.h"

#include <cstddef>
#include <string_view>

namespace broto {

/// What a project may hold, unpacked: no archive that unpacks to more is read or written.
inline constexpr std::size_t mostArchiveBytes = std::size_t(1) << 30;
inline constexpr std::size_t mostArchiveEntries = 10000;

/// packedZip, where that is not more than a project may hold.
Result<std::string> packArchive(const std::vector<ArchiveEntry>& entries);

/// All entries of a ZIP from anywhere. Checks sums and sizes as it unpacks, and never unpacks more than `mostBytes`,
/// whatever the archive says of itself.
Result<std::vector<ArchiveEntry>> unpackArchive(std::string_view bytes, std::size_t mostBytes = mostArchiveBytes);

}

#pragma once

#include "common/result.h"

#include <string>
#include <vector>

namespace broto {

/// A file inside a ZIP.
struct ArchiveEntry {
    std::string name; ///< with forward slashes
    std::string bytes;
    bool operator==(const ArchiveEntry&) const = default;
};

/// A ZIP with the entries in the order given and one fixed time in all of them: equal entries give equal bytes. No two
/// entries have the same name.
Result<std::string> packedZip(const std::vector<ArchiveEntry>& entries);

}

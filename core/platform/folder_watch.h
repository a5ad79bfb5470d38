#pragma once

#include "common/result.h"
#include "platform/file_descriptor.h"

#include <filesystem>
#include <string>
#include <vector>

namespace broto {

/// Tells of the files that were written into a folder or moved there.
class FolderWatch {
public:
    static Result<FolderWatch> open(const std::filesystem::path& folder);

    /// Names of those that are complete since this was last asked, each once. A file that is still being written is not
    /// among them.
    std::vector<std::string> arrived();

    int descriptor() const { return m_events.get(); } ///< for waitForAny

private:
    explicit FolderWatch(FileDescriptor events) : m_events(std::move(events)) {}
    FileDescriptor m_events;
};

}

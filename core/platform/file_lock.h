#pragma once

#include "platform/file_descriptor.h"

#include <filesystem>
#include <optional>

namespace broto {

/// A claim that one process at a time can hold; it ends with the process, however that ends. The file stays.
class FileLock {
public:
    /// Nothing: somebody else holds it, or the file cannot be made.
    static std::optional<FileLock> take(const std::filesystem::path& path);

    /// Whether somebody holds it now, this process included. A file that nobody holds is no lock, whoever left it.
    static bool held(const std::filesystem::path& path);

private:
    explicit FileLock(FileDescriptor file) : m_file(std::move(file)) {}
    FileDescriptor m_file;
};

}

#pragma once

#include "platform/file_descriptor.h"

#include <cstddef>
#include <filesystem>

namespace broto {

/// A copy of an open file's `size` bytes that has no name: nobody else can write to it, and it is gone when it is
/// closed. It shares the file's blocks where the file system can do that, and else takes room where stateFolder() is.
/// Nothing where it cannot be made or would fill the disk. For the Unix sources of this folder.
FileDescriptor unnamedCopy(const FileDescriptor& file, const std::filesystem::path& path, std::size_t size);

}

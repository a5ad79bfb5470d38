#pragma once

#include "common/result.h"
#include "platform/file_descriptor.h"

#include <filesystem>

namespace broto {

/// A file opened for reading that is no folder, pipe or device. For the Unix sources of this folder.
Result<FileDescriptor> openRegularFile(const std::filesystem::path& path);

/// "There is no file ...", "... cannot be read: ..." for an error number of the system.
Message cannotReadFile(const std::filesystem::path& path, int error);

/// What an open file holds from where it stands. `sizeExpected` saves rounds and is no limit.
Result<std::string> readAll(const FileDescriptor& file, std::size_t sizeExpected, const std::filesystem::path& path);

}

#include "platform/file_lock.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace broto {

namespace {

/// Its holder may have removed the file between our opening and our locking it: then what we hold is a lock on nothing.
bool stillThere(const FileDescriptor& file, const std::filesystem::path& path)
{
    struct stat ours, there;
    return ::fstat(file.get(), &ours) == 0 && ::stat(path.c_str(), &there) == 0 && ours.st_ino == there.st_ino &&
           ours.st_dev == there.st_dev;
}

}

std::optional<FileLock> FileLock::take(const std::filesystem::path& path)
{
    FileDescriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file || ::flock(file.get(), LOCK_EX | LOCK_NB) != 0 || !stillThere(file, path))
        return std::nullopt;
    return FileLock(std::move(file));
}

bool FileLock::held(const std::filesystem::path& path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return file && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

}

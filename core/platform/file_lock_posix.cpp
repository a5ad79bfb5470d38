#include "platform/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>

namespace broto {

std::optional<FileLock> FileLock::take(const std::filesystem::path& path)
{
    FileDescriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!file || ::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
        return std::nullopt;
    return FileLock(std::move(file));
}

}

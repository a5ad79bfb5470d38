#include "platform/unnamed_copy.h"

#include "platform/paths.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>

namespace broto {

namespace {

FileDescriptor unnamedFileIn(const std::filesystem::path& folder)
{
    return FileDescriptor(::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
}

/// Whether the disk has room for that and stays half as free as it was.
bool hasRoom(const std::filesystem::path& folder, std::size_t size)
{
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(folder, error);
    return !error && space.available / 2 >= size;
}

/// Whether all of it was there. The file stays where it stands.
bool copyBytes(const FileDescriptor& from, const FileDescriptor& to, std::size_t size)
{
    constexpr std::size_t mostAtOnce = std::size_t(1) << 30;
    off_t place = 0;
    while (static_cast<std::size_t>(place) < size) {
        const std::size_t wanted = std::min(size - static_cast<std::size_t>(place), mostAtOnce);
        const ssize_t copied = ::sendfile(to.get(), from.get(), &place, wanted);
        if (copied == 0 || (copied < 0 && errno != EINTR))
            return false;
    }
    return true;
}

}

FileDescriptor unnamedCopy(const FileDescriptor& file, const std::filesystem::path& path, std::size_t size)
{
    FileDescriptor sharing = unnamedFileIn(path.parent_path());
    if (sharing && ::ioctl(sharing.get(), FICLONE, file.get()) == 0)
        return sharing;
    const std::filesystem::path folder = stateFolder();
    FileDescriptor copy = hasRoom(folder, size) ? unnamedFileIn(folder) : FileDescriptor();
    if (copy && copyBytes(file, copy, size))
        return copy;
    return {};
}

}

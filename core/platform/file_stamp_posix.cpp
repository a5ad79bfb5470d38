#include "platform/file_stamp.h"

#include <sys/stat.h>

namespace broto {

std::optional<FileStamp> fileStamp(const std::filesystem::path& path)
{
    struct stat status;
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    constexpr std::int64_t nsOfSecond = 1'000'000'000;
    return FileStamp{status.st_size, std::int64_t(status.st_mtim.tv_sec) * nsOfSecond + status.st_mtim.tv_nsec};
}

}

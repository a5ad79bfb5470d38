#include "platform/drives.h"

#include "common/cancelled.h"
#include "platform/file.h"
#include "platform/file_descriptor.h"
#include "platform/system_reason.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <mntent.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

namespace broto {

namespace {

constexpr std::size_t pieceBytes = 16 * 1024;

struct CloseMounts {
    void operator()(std::FILE* file) const { ::endmntent(file); }
};

Message driveProblem(const Drive& drive, int errorNumber)
{
    return message("platform.drive",
                   BROTO_TEXT("core", "The drive %1 does not take the file: %2. Plug the board in "
                                      "again and repeat the upload."),
                   drive.label, systemReason(errorNumber));
}

}

std::vector<Drive> mountedDrives()
{
    std::vector<Drive> drives;
    const std::unique_ptr<std::FILE, CloseMounts> mounts(::setmntent("/proc/self/mounts", "r"));
    if (!mounts)
        return drives;
    while (const mntent* each = ::getmntent(mounts.get())) {
        const std::filesystem::path folder = each->mnt_dir;
        drives.push_back({folder.filename().string(), folder});
    }
    return drives;
}

Result<void> copyToDrive(const std::filesystem::path& file, const Drive& drive, const RunControl& control)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const std::filesystem::path target = drive.folder / file.filename();
    const FileDescriptor descriptor(::open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!descriptor)
        return driveProblem(drive, errno);
    for (std::size_t at = 0; at < bytes->size();) {
        if (control.stopRequested())
            return cancelledByUser();
        const ssize_t written = ::write(descriptor.get(), bytes->data() + at, std::min(pieceBytes, bytes->size() - at));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return driveProblem(drive, errno);
        at += static_cast<std::size_t>(written);
        const bool flushed = ::fdatasync(descriptor.get()) == 0 || errno == EINVAL;
        if (!flushed && at < bytes->size())
            return driveProblem(drive, errno);
        control.report(static_cast<double>(at), static_cast<double>(bytes->size()));
    }
    return {};
}

}

#include "platform/file.h"

#include "platform/regular_file.h"
#include "platform/staged_file.h"
#include "platform/system_reason.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace broto {

namespace {

Message notAFile(const std::filesystem::path& path)
{
    return message("platform.not-a-file", BROTO_TEXT("core", "%1 is not a regular file. Choose another one."),
                   path.string());
}

Message tooLarge(const std::filesystem::path& path, std::size_t mostBytes)
{
    return message("platform.file-too-large",
                   BROTO_TEXT("core", "%1 is not read: it is larger than the %2 MiB that such a file may have. Choose "
                                      "another one, or remove it."),
                   path.string(), mostBytes >> 20);
}

Message cannotWrite(const std::filesystem::path& path, int error)
{
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        return message("platform.disk-full",
                       BROTO_TEXT("core",
                                  "%1 cannot be written: its disk is full (%2). Free some space there, or choose "
                                  "another place."),
                       path.string(), systemReason(error));
    return message("platform.cannot-write", BROTO_TEXT("core", "%1 cannot be written: %2. Choose another place."),
                   path.string(), systemReason(error));
}

/// Why nothing can be written beside a file.
Message cannotMake(const std::filesystem::path& path, int error)
{
    std::error_code gone; // of the current folder
    const std::filesystem::path whole = std::filesystem::absolute(path, gone);
    const std::string folder = (gone ? path : whole).parent_path().string();
    if (error == ENOENT || error == ENOTDIR)
        return message("platform.folder-gone",
                       BROTO_TEXT("core",
                                  "%1 cannot be written: the folder %2 is not there any more. Bring it back (is "
                                  "its drive plugged in?), or choose another place."),
                       path.string(), folder);
    if (error == EROFS || error == EACCES || error == EPERM)
        return message("platform.folder-read-only",
                       BROTO_TEXT("core", "%1 cannot be written: nothing may be put into the folder %2 (%3). Choose "
                                          "another place."),
                       path.string(), folder, systemReason(error));
    return cannotWrite(path, error);
}

Message linkToNoFolder(const std::filesystem::path& link, const std::filesystem::path& folder)
{
    return message("platform.link-to-no-folder",
                   BROTO_TEXT("core", "%1 is a link to a file in %2, and there is no such folder. Make that folder, or "
                                      "choose another place."),
                   link.string(), folder.string());
}

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : ".";
}

/// The file that symbolic links lead to, whether it is there yet or not.
Result<std::filesystem::path> behindLinks(const std::filesystem::path& path)
{
    constexpr int mostLinks = 40; // as many as Linux follows
    std::error_code error;
    std::filesystem::path target = path;
    for (int links = 0; std::filesystem::is_symlink(target, error); ++links) {
        const std::filesystem::path next = std::filesystem::read_symlink(target, error);
        if (error || links == mostLinks)
            return cannotWrite(path, error ? error.value() : ELOOP);
        target = target.parent_path() / next;
    }
    if (target != path && !std::filesystem::is_directory(folderOf(target), error))
        return linkToNoFolder(path, folderOf(target));
    const std::filesystem::path plain = std::filesystem::weakly_canonical(target, error);
    return plain.empty() ? target : plain;
}

/// A new file beside the one to write. Removed again unless it was renamed.
struct PartFile {
    std::filesystem::path path;
    FileDescriptor descriptor;

    PartFile() = default;
    PartFile(PartFile&&) = default;
    ~PartFile()
    {
        if (descriptor)
            ::unlink(path.c_str());
    }
};

constexpr std::string_view partPrefix = ".broto-";
constexpr std::string_view partSuffix = ".part";

/// Whether we hold the lock that tells a file being written from one that a killed program has left. Where a file
/// system knows no locks, none is ever taken for left.
bool lockPart(const FileDescriptor& part)
{
    if (::flock(part.get(), LOCK_EX | LOCK_NB) != 0)
        return errno != EWOULDBLOCK; // somebody has taken it for left, and is about to remove it
    struct stat status;
    return ::fstat(part.get(), &status) == 0 && status.st_nlink > 0;
}

/// Not mkstemp: a new file shall have the rights that the user's umask gives, not those of a secret.
PartFile makePartFile(const std::filesystem::path& folder)
{
    static std::atomic<unsigned> counter = 0;
    PartFile part;
    for (int attempt = 0; attempt < 100 && !part.descriptor; ++attempt) {
        part.path = folder / (std::string(partPrefix) + std::to_string(::getpid()) + "-" + std::to_string(counter++) +
                              std::string(partSuffix));
        part.descriptor = FileDescriptor(::open(part.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (part.descriptor && !lockPart(part.descriptor)) // taken for left, and removed
            part.descriptor = FileDescriptor();
        else if (!part.descriptor && errno != EEXIST && errno != EINTR)
            break;
    }
    return part;
}

int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Without this a power cut may undo the rename. Some file systems cannot do it; that is no failure.
void flushFolder(const std::filesystem::path& folder)
{
    const FileDescriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor)
        ::fsync(descriptor.get());
}

}

Message cannotReadFile(const std::filesystem::path& path, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return message("platform.file-missing", BROTO_TEXT("core", "There is no file %1. Check its name and folder."),
                       path.string());
    if (error == EISDIR)
        return message("platform.file-is-folder", BROTO_TEXT("core", "%1 is a folder. Choose a file in it."),
                       path.string());
    return message("platform.cannot-read", BROTO_TEXT("core", "%1 cannot be read: %2."), path.string(),
                   systemReason(error));
}

Result<FileDescriptor> openRegularFile(const std::filesystem::path& path)
{
    // Non-blocking, or a pipe nobody writes to would never open.
    FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status;
    if (!descriptor || ::fstat(descriptor.get(), &status) != 0)
        return cannotReadFile(path, errno);
    if (S_ISDIR(status.st_mode))
        return cannotReadFile(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        return notAFile(path);
    return descriptor;
}

Result<std::string> readAll(const FileDescriptor& file, std::size_t sizeExpected, const std::filesystem::path& path)
{
    std::string bytes;
    std::size_t used = 0;
    bytes.resize(sizeExpected + 1); // one more, to see the end without another round
    for (;;) {
        const ssize_t received = ::read(file.get(), bytes.data() + used, bytes.size() - used);
        if (received < 0 && errno != EINTR)
            return cannotReadFile(path, errno);
        if (received == 0)
            break;
        used += received > 0 ? static_cast<std::size_t>(received) : 0;
        if (used == bytes.size())
            bytes.resize(bytes.size() * 2);
    }
    bytes.resize(used);
    return bytes;
}

Result<std::string> readFile(const std::filesystem::path& path, std::size_t mostBytes)
{
    const Result<FileDescriptor> file = openRegularFile(path);
    if (!file)
        return file.error();
    struct stat status;
    if (::fstat(file->get(), &status) != 0)
        return cannotReadFile(path, errno);
    if (static_cast<std::size_t>(status.st_size) > mostBytes)
        return tooLarge(path, mostBytes);
    return readAll(*file, static_cast<std::size_t>(status.st_size), path);
}

struct StagedFile::Part {
    PartFile file;
    std::filesystem::path path;   ///< as it was asked for
    std::filesystem::path target; ///< behind symbolic links
    Flush flush = Flush::Now;
};

StagedFile::StagedFile(std::unique_ptr<Part> part) : m_part(std::move(part)) {}
StagedFile::StagedFile(StagedFile&&) noexcept = default;
StagedFile& StagedFile::operator=(StagedFile&&) noexcept = default;
StagedFile::~StagedFile() = default;

Result<StagedFile> StagedFile::write(const std::filesystem::path& path, std::string_view bytes, Flush flush)
{
    // Through a symbolic link the file it points to is written; the link stays.
    Result<std::filesystem::path> behind = behindLinks(path);
    if (!behind)
        return behind.error();
    std::filesystem::path target = std::move(*behind);

    struct stat status;
    const bool exists = ::stat(target.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return cannotWrite(path, EISDIR);
    if (exists && !S_ISREG(status.st_mode))
        return notAFile(path);
    if (exists && ::access(target.c_str(), W_OK) != 0)
        return cannotWrite(path, errno);

    PartFile file = makePartFile(folderOf(target));
    if (!file.descriptor)
        return cannotMake(path, errno);
    if (const int error = writeAll(file.descriptor.get(), bytes))
        return cannotWrite(path, error);
    if (exists && ::fchmod(file.descriptor.get(), status.st_mode & 07777) != 0)
        return cannotWrite(path, errno);
    if (flush == Flush::Now && ::fsync(file.descriptor.get()) != 0)
        return cannotWrite(path, errno);
    return StagedFile(std::make_unique<Part>(Part{std::move(file), path, std::move(target), flush}));
}

Result<void> StagedFile::place()
{
    if (::rename(m_part->file.path.c_str(), m_part->target.c_str()) != 0)
        return cannotWrite(m_part->path, errno);
    m_part->file.descriptor.close();
    if (m_part->flush == Flush::Now)
        flushFolder(folderOf(m_part->target));
    return {};
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes, Flush flush)
{
    Result<StagedFile> file = StagedFile::write(path, bytes, flush);
    return file ? file->place() : file.error();
}

Result<void> flushFile(const std::filesystem::path& path)
{
    const Result<FileDescriptor> file = openRegularFile(path);
    if (!file)
        return file.error();
    if (::fsync(file->get()) != 0)
        return cannotWrite(path, errno);
    flushFolder(folderOf(path));
    return {};
}

void removeLeftParts(const std::filesystem::path& file)
{
    const Result<std::filesystem::path> target = behindLinks(file);
    std::error_code error;
    std::filesystem::directory_iterator entry(target ? folderOf(*target) : folderOf(file), error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(partPrefix) || !name.ends_with(partSuffix))
            continue;
        const FileDescriptor part(::open(entry->path().c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (part && ::flock(part.get(), LOCK_EX | LOCK_NB) == 0)
            ::unlink(entry->path().c_str());
    }
}

Result<TemporaryFolder> TemporaryFolder::make(std::string_view name)
{
    std::error_code error;
    std::filesystem::path parent = std::filesystem::temp_directory_path(error);
    if (error)
        parent = "/tmp";
    std::string pattern = (parent / ("broto-" + std::string(name) + "-XXXXXX")).string();
    if (!::mkdtemp(pattern.data()))
        return message("platform.no-temporary-folder",
                       BROTO_TEXT("core", "No temporary folder could be made in %1: %2."), parent.string(),
                       systemReason(errno));
    return TemporaryFolder(pattern);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::move(other.m_path))
{
    other.m_path.clear();
}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

}

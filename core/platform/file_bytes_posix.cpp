#include "platform/file_bytes.h"

#include "platform/mapping_guard.h"
#include "platform/regular_file.h"
#include "platform/unnamed_copy.h"

#include <cerrno>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>

namespace broto {

namespace {

bool sameStamp(const struct stat& a, const struct stat& b)
{
    return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// A file that is looked at, and what it was like when that began.
struct LookedAtFile {
    FileDescriptor file;
    struct stat status;
};

Result<LookedAtFile> lookAt(const std::filesystem::path& path)
{
    Result<FileDescriptor> file = openRegularFile(path);
    if (!file)
        return file.error();
    LookedAtFile opened{std::move(*file), {}};
    if (::fstat(opened.file.get(), &opened.status) != 0)
        return cannotReadFile(path, errno);
    return opened;
}

/// The copy in place of the file, unless there is none or the file was written to while it was made.
LookedAtFile copyOrItself(LookedAtFile opened, const std::filesystem::path& path)
{
    LookedAtFile copy{unnamedCopy(opened.file, path, static_cast<std::size_t>(opened.status.st_size)), {}};
    struct stat now;
    const bool whole = copy.file && ::fstat(copy.file.get(), &copy.status) == 0 &&
                       copy.status.st_size == opened.status.st_size && ::fstat(opened.file.get(), &now) == 0 &&
                       sameStamp(now, opened.status);
    return whole ? std::move(copy) : std::move(opened);
}

}

/// A file's pages in the address space, and what the file was like when they got there.
class FileBytes::Mapping {
public:
    Mapping(FileDescriptor file, const struct stat& status, std::filesystem::path path)
        : m_file(std::move(file)), m_status(status), m_path(std::move(path))
    {
        void* const begin = ::mmap(nullptr, size(), PROT_READ, MAP_PRIVATE, m_file.get(), 0);
        if (begin != MAP_FAILED)
            m_begin = static_cast<const char*>(begin);
    }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping()
    {
        if (m_begin)
            ::munmap(const_cast<char*>(m_begin), size());
    }

    bool ready() { return m_begin && m_guard.watch(m_begin, size()); }
    const FileDescriptor& file() const { return m_file; }
    std::size_t size() const { return static_cast<std::size_t>(m_status.st_size); }
    std::string_view view() const { return {m_begin, size()}; }
    std::optional<Message> problem() const;

private:
    bool changed() const;

    FileDescriptor m_file;
    struct stat m_status;
    std::filesystem::path m_path;
    const char* m_begin = nullptr;
    MappingGuard m_guard;
};

bool FileBytes::Mapping::changed() const
{
    struct stat now;
    return ::fstat(m_file.get(), &now) != 0 || !sameStamp(now, m_status);
}

std::optional<Message> FileBytes::Mapping::problem() const
{
    if (!m_guard.damaged() && !changed())
        return std::nullopt;
    return message("platform.file-changed",
                   BROTO_TEXT("core", "The file %1 was changed or cut short by another program after it was opened. "
                                      "Open it again."),
                   m_path.string());
}

FileBytes::FileBytes() = default;
FileBytes::FileBytes(FileBytes&&) noexcept = default;
FileBytes& FileBytes::operator=(FileBytes&&) noexcept = default;
FileBytes::~FileBytes() = default;

Result<FileBytes> FileBytes::open(const std::filesystem::path& path)
{
    return openToKeep(path, 0);
}

Result<FileBytes> FileBytes::openToKeep(const std::filesystem::path& path, std::size_t mostKept)
{
    Result<LookedAtFile> opened = lookAt(path);
    if (!opened)
        return opened.error();
    FileBytes bytes;
    const auto size = static_cast<std::size_t>(opened->status.st_size);
    if (size > mostCopied) {
        if (size <= mostKept)
            opened = copyOrItself(std::move(*opened), path);
        bytes.m_mapping = std::make_unique<Mapping>(std::move(opened->file), opened->status, path);
        if (bytes.m_mapping->ready())
            return bytes;
    }
    Result<std::string> copy = readAll(bytes.m_mapping ? bytes.m_mapping->file() : opened->file, size, path);
    if (!copy)
        return copy.error();
    return of(std::move(*copy));
}

FileBytes FileBytes::of(std::string bytes)
{
    FileBytes result;
    result.m_copy = std::move(bytes);
    return result;
}

std::string_view FileBytes::view() const
{
    return m_mapping ? m_mapping->view() : std::string_view(m_copy);
}

std::optional<Message> FileBytes::problem() const
{
    return m_mapping ? m_mapping->problem() : std::nullopt;
}

}

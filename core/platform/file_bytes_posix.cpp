#include "platform/file_bytes.h"

#include "platform/mapping_guard.h"
#include "platform/regular_file.h"

#include <cerrno>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>

namespace broto {

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
    return ::fstat(m_file.get(), &now) != 0 || now.st_size != m_status.st_size ||
           now.st_mtim.tv_sec != m_status.st_mtim.tv_sec || now.st_mtim.tv_nsec != m_status.st_mtim.tv_nsec;
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
    Result<FileDescriptor> file = openRegularFile(path);
    if (!file)
        return file.error();
    struct stat status;
    if (::fstat(file->get(), &status) != 0)
        return cannotReadFile(path, errno);
    FileBytes bytes;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > mostCopied) {
        bytes.m_mapping = std::make_unique<Mapping>(std::move(*file), status, path);
        if (bytes.m_mapping->ready())
            return bytes;
    }
    Result<std::string> copy = readAll(bytes.m_mapping ? bytes.m_mapping->file() : *file, size, path);
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

#include "platform/file_claim.h"

#include "common/fingerprint.h"
#include "platform/paths.h"

#include <system_error>
#include <utility>

namespace broto {

namespace {

/// The same for every way to write a path, and through symbolic links.
std::filesystem::path placeFor(const std::filesystem::path& file)
{
    std::error_code error;
    std::filesystem::path plain = std::filesystem::absolute(file, error);
    if (!error)
        plain = std::filesystem::weakly_canonical(plain, error);
    const std::string name = (error ? file : plain).string();
    return stateFolder() / "open" / (hexadecimal(Fingerprint().add(name).value()) + ".lock");
}

}

std::optional<FileClaim> FileClaim::take(const std::filesystem::path& file)
{
    std::filesystem::path place = placeFor(file);
    std::error_code ignored;
    std::filesystem::create_directory(place.parent_path(), ignored);
    std::optional<FileLock> lock = FileLock::take(place);
    if (!lock)
        return std::nullopt;
    return FileClaim(std::move(*lock), std::move(place));
}

bool FileClaim::taken(const std::filesystem::path& file)
{
    return FileLock::held(placeFor(file));
}

FileClaim::FileClaim(FileClaim&& other) noexcept
    : m_lock(std::move(other.m_lock)), m_place(std::exchange(other.m_place, {}))
{
}

FileClaim& FileClaim::operator=(FileClaim&& other) noexcept
{
    std::swap(m_lock, other.m_lock);
    std::swap(m_place, other.m_place);
    return *this;
}

FileClaim::~FileClaim()
{
    std::error_code ignored;
    if (!m_place.empty()) // while it is still held: nobody else's can be hit
        std::filesystem::remove(m_place, ignored);
}

bool FileClaim::isOf(const std::filesystem::path& file) const
{
    return m_place == placeFor(file);
}

}

#pragma once

#include "common/result.h"
#include "platform/file_lock.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace broto {

/// The file that keeps a virtual board's flash, byte by byte. Claimed for one board at a time.
class FlashImage {
public:
    /// A given file, or the first of the board's own (virtualBoardImage) that no other board has claimed.
    static Result<FlashImage> claim(std::string_view boardId, const std::optional<std::filesystem::path>& file);

    const std::filesystem::path& path() const { return m_path; }
    int number() const { return m_number; } ///< of the board's own images, from 1

    /// `size` bytes; nothing if there is no file yet.
    Result<std::optional<std::string>> load(std::size_t size);

    /// Writes if the flash differs from the file.
    Result<void> save(std::string_view flash);

    /// The same, but not while the flash is still changing from one call to the next.
    Result<void> saveWhenSettled(std::string_view flash);

private:
    FlashImage(std::filesystem::path path, int number, FileLock lock)
        : m_path(std::move(path)), m_number(number), m_lock(std::move(lock))
    {
    }
    std::filesystem::path m_path;
    int m_number;
    FileLock m_lock;
    std::string m_saved;
    std::string m_lastSeen;
};

}

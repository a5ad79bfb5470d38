#pragma once

#include "platform/file_lock.h"

namespace broto {

/// Tells other windows of ours that a file of the user's is open here. Nothing is put beside the file: the lock lies
/// under the state folder, by the file's place, and goes with the claim or with the process, however that ends.
class FileClaim {
public:
    /// Nothing: somebody else has it, or the state folder cannot be written.
    static std::optional<FileClaim> take(const std::filesystem::path& file);

    /// Whether somebody has it, this window included.
    static bool taken(const std::filesystem::path& file);

    FileClaim(FileClaim&&) noexcept;
    FileClaim& operator=(FileClaim&&) noexcept;
    ~FileClaim();

    bool isOf(const std::filesystem::path& file) const;

private:
    FileClaim(FileLock lock, std::filesystem::path place) : m_lock(std::move(lock)), m_place(std::move(place)) {}

    FileLock m_lock;
    std::filesystem::path m_place; ///< of the lock; empty: moved from
};

}

#pragma once

#include "platform/file.h"
#include "platform/file_lock.h"
#include "platform/file_stamp.h"
#include "project/project.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace broto {

/// What is known of a project that was put aside.
struct RecoveryNote {
    std::string name;               ///< as the window calls it: "iris.broto"
    std::string file;               ///< where it was opened from or saved to last; empty: nowhere yet
    std::optional<FileStamp> stamp; ///< that file as it was then
    std::int64_t secondsSince1970 = 0;
    bool operator==(const RecoveryNote&) const = default;
};

/// A folder in which one program puts its project aside while there is something to lose, apart from the user's file:
/// the tables once, all the rest anew each time. The folder is locked as long as this lives; one that nobody has locked
/// was left by a program that ended without being asked to. Not for two threads at once.
class RecoveryPlace {
public:
    /// A new one in this folder, or the reason why there cannot be one.
    static Result<RecoveryPlace> make(const std::filesystem::path& folder);

    /// Those that were left, the newest first. What holds nothing is removed on the way.
    static std::vector<RecoveryPlace> left(const std::filesystem::path& folder);

    RecoveryPlace(RecoveryPlace&&) noexcept;
    RecoveryPlace& operator=(RecoveryPlace&&) noexcept;
    ~RecoveryPlace(); ///< gives the place up, with what is in it; an empty one is removed

    /// Whoever reads it finds what was written last or before that, never a part.
    Result<void> write(const Project& project, const RecoveryNote& note, Flush flush = Flush::Now);

    Result<RecoveryNote> note() const; ///< fails where what is there is damaged
    Result<Project> read() const;
    void clear(); ///< nothing is to be recovered any more; the place can be written again

    std::filesystem::path file() const; ///< that holds all but the tables

private:
    RecoveryPlace(std::filesystem::path folder, FileLock lock) : m_folder(std::move(folder)), m_lock(std::move(lock)) {}

    Result<void> putTable(const DataSource& table, const std::filesystem::path& place, Flush flush);

    std::filesystem::path m_folder; ///< empty: moved from
    FileLock m_lock;
    std::set<std::string> m_flushed; ///< the tables that are known to be on the disk
};

/// Where the programs of this user put their projects aside.
std::filesystem::path recoveryFolder();

}

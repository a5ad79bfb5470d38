#include "platform/paths.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace broto {

namespace {

using std::filesystem::path;

path environmentPath(const char* name)
{
    const char* value = std::getenv(name);
    return value ? path(value) : path();
}

/// The base folders of freedesktop.org; a relative one is to be ignored.
path baseFolder(const char* variable, const path& belowHome)
{
    const path base = environmentPath(variable);
    return base.is_absolute() ? base : homeFolder() / belowHome;
}

path madeFolder(const path& folder)
{
    std::error_code ignored;
    std::filesystem::create_directories(folder.parent_path(), ignored);
    ::mkdir(folder.c_str(), 0700);
    return folder;
}

/// In a folder that all may write to, somebody else could have been faster.
bool belongsToUserAlone(const path& folder)
{
    struct stat status;
    return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::getuid() &&
           (status.st_mode & 077) == 0;
}

bool isProgram(const path& file)
{
    struct stat status;
    return ::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(file.c_str(), X_OK) == 0;
}

/// The folders of a variable that separates them by colons.
std::vector<path> foldersIn(const char* name, const char* fallback)
{
    const char* variable = std::getenv(name);
    const std::string folders = variable ? variable : fallback;
    std::vector<path> result;
    for (std::size_t begin = 0; begin <= folders.size();) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        const path folder = folders.substr(begin, end - begin);
        if (folder.is_absolute()) // never a program out of the folder one happens to be in
            result.push_back(folder);
        begin = end + 1;
    }
    return result;
}

std::atomic<std::shared_ptr<const std::vector<path>>> namedFolders;

}

path homeFolder()
{
    const path home = environmentPath("HOME");
    if (home.is_absolute())
        return home;
    const passwd* entry = ::getpwuid(::getuid());
    return entry && entry->pw_dir ? path(entry->pw_dir) : path("/");
}

path runtimeFolder()
{
    const path base = environmentPath("XDG_RUNTIME_DIR");
    if (base.is_absolute())
        return madeFolder(base / "broto");
    std::error_code error;
    const path temporary = std::filesystem::temp_directory_path(error);
    const path folder = madeFolder((error ? path("/tmp") : temporary) / ("broto-" + std::to_string(::getuid())));
    return belongsToUserAlone(folder) ? folder : madeFolder(stateFolder() / "runtime");
}

path stateFolder()
{
    return madeFolder(baseFolder("XDG_STATE_HOME", ".local/state") / "broto");
}

path cacheFolder()
{
    return madeFolder(baseFolder("XDG_CACHE_HOME", ".cache") / "broto");
}

std::vector<path> applicationFolders()
{
    std::vector<path> folders = foldersIn("XDG_DATA_DIRS", "");
    if (folders.empty())
        folders = {"/usr/local/share", "/usr/share"};
    folders.insert(folders.begin(), baseFolder("XDG_DATA_HOME", ".local/share"));
    for (path& folder : folders)
        folder /= "applications";
    return folders;
}

path programFolder()
{
    std::error_code error;
    const path program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? path() : program.parent_path();
}

void setToolFolders(std::vector<path> folders)
{
    namedFolders = std::make_shared<const std::vector<path>>(std::move(folders));
}

std::vector<path> toolFolders()
{
    const std::shared_ptr<const std::vector<path>> folders = namedFolders;
    return folders ? *folders : std::vector<path>();
}

std::optional<path> findProgram(std::string_view name)
{
    const path asked(name);
    if (asked.has_parent_path())
        return isProgram(asked) ? std::optional(std::filesystem::absolute(asked)) : std::nullopt;
    std::vector<path> folders = toolFolders();
    const std::vector<path> usual = foldersIn("PATH", "/usr/local/bin:/usr/bin:/bin");
    folders.insert(folders.end(), usual.begin(), usual.end());
    for (const path& folder : folders)
        if (!name.empty() && isProgram(folder / asked))
            return folder / asked;
    return std::nullopt;
}

std::optional<path> findOwnProgram(std::string_view name)
{
    // The variable serves programs that are not installed beside ours, such as tests.
    for (const path& folder : {environmentPath("BROTO_PROGRAMS"), programFolder(), programFolder() / ".." / "bin"})
        if (folder.is_absolute() && isProgram(folder / name))
            return (folder / name).lexically_normal();
    return findProgram(name);
}

}

#include "platform/file_holders.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace broto {

namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& process, const fs::path& file)
{
    std::error_code error;
    for (fs::directory_iterator each(process / "fd", error); each != fs::directory_iterator(); each.increment(error))
        if (fs::read_symlink(each->path(), error) == file)
            return true;
    return false;
}

/// "arduino-ide"; at most fifteen characters, as the system keeps it.
std::string nameOf(const fs::path& process)
{
    std::ifstream file(process / "comm");
    std::string name;
    std::getline(file, name);
    return name;
}

}

std::vector<std::string> programsHolding(const fs::path& file)
{
    std::vector<std::string> names;
    std::error_code error;
    const fs::path real = fs::canonical(file, error);
    if (error)
        return names;
    const std::string own = std::to_string(::getpid());
    for (fs::directory_iterator each("/proc", error); each != fs::directory_iterator(); each.increment(error)) {
        const std::string number = each->path().filename().string();
        if (number.find_first_not_of("0123456789") != std::string::npos || number == own)
            continue;
        if (const std::string name = holds(each->path(), real) ? nameOf(each->path()) : ""; !name.empty())
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}

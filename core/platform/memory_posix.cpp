#include "platform/memory.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

namespace broto {

namespace {

constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

/// Linux knows best what it can give up of its caches.
std::optional<std::uint64_t> availableOnSystem()
{
    std::ifstream file("/proc/meminfo");
    std::string name;
    std::uint64_t kibibytes = 0;
    while (file >> name >> kibibytes) {
        if (name == "MemAvailable:")
            return kibibytes * 1024;
        file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return std::nullopt;
}

std::optional<std::uint64_t> numberIn(const char* path)
{
    std::ifstream file(path);
    std::uint64_t number = 0;
    return file >> number ? std::optional(number) : std::nullopt;
}

/// What a container still allows.
std::uint64_t availableInGroup()
{
    const std::optional<std::uint64_t> most = numberIn("/sys/fs/cgroup/memory.max");
    const std::optional<std::uint64_t> taken = numberIn("/sys/fs/cgroup/memory.current");
    if (!most || !taken)
        return unlimited;
    // Pages of files are counted too, and can be given up.
    std::ifstream file("/sys/fs/cgroup/memory.stat");
    std::uint64_t ofFiles = 0;
    std::string name;
    for (std::uint64_t bytes = 0; file >> name >> bytes;) {
        if (name == "inactive_file" || name == "active_file")
            ofFiles += bytes;
    }
    const std::uint64_t held = *taken - std::min(*taken, ofFiles);
    return *most - std::min(*most, held);
}

/// Pages of address space that the process has, and its limit for them.
std::uint64_t availableAddresses()
{
    struct rlimit limit = {};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return unlimited;
    const std::uint64_t taken =
        numberIn("/proc/self/statm").value_or(0) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return limit.rlim_cur - std::min<std::uint64_t>(limit.rlim_cur, taken);
}

std::uint64_t installedMemory()
{
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) : unlimited;
}

}

std::uint64_t availableMemory()
{
    const std::optional<std::uint64_t> onSystem = availableOnSystem();
    return std::min({onSystem ? *onSystem : installedMemory(), availableInGroup(), availableAddresses()});
}

}

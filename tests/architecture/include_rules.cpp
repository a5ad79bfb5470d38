#include "include_rules.h"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <set>

namespace broto {

namespace {

// A folder of core may include itself and those before it.
constexpr std::array<std::string_view, 13> coreOrder = {
    "runtime",     "common", "platform", "boards", "data",   "network", "training",
    "compression", "export", "import",   "search", "device", "project",
};

std::optional<std::size_t> placeInCore(std::string_view folder)
{
    const auto place = std::find(coreOrder.begin(), coreOrder.end(), folder);
    if (place == coreOrder.end())
        return std::nullopt;
    return static_cast<std::size_t>(place - coreOrder.begin());
}

bool isQt(const std::string& include)
{
    static const std::regex qt(R"((Qt\w*/.*|Q[A-Z]\w*|qcustomplot\.h|q[a-z]+\.h))");
    return std::regex_match(include, qt);
}

bool isSystem(const std::string& include)
{
    static const std::set<std::string> headers = {
        "unistd.h",  "fcntl.h", "termios.h", "pty.h",     "poll.h",    "signal.h",   "csignal", "dirent.h",
        "spawn.h",   "dlfcn.h", "pwd.h",     "grp.h",     "windows.h", "winsock2.h", "io.h",    "direct.h",
        "process.h", "utime.h", "sched.h",   "pthread.h", "libproc.h", "cpuid.h",    "conio.h", "shlobj.h",
    };
    return headers.contains(include) || include.starts_with("sys/") || include.starts_with("linux/") ||
           include.starts_with("mach/") || include.starts_with("mach-o/") || include.starts_with("netinet/");
}

bool isThreading(const std::string& include)
{
    static const std::set<std::string> headers = {
        "thread",  "mutex",   "shared_mutex", "condition_variable", "future",      "semaphore",      "latch",
        "barrier", "QThread", "QMutex",       "QMutexLocker",       "QThreadPool", "QWaitCondition", "QReadWriteLock",
    };
    return headers.contains(include) || include.starts_with("QtConcurrent");
}

std::string folderIn(std::string_view path, std::string_view layer)
{
    const std::string_view rest = path.substr(layer.size());
    const std::size_t slash = rest.find('/');
    return std::string(slash == std::string_view::npos ? std::string_view() : rest.substr(0, slash));
}

/// What is wrong with one include, or nothing.
std::optional<std::string> brokenRule(std::string_view path, const std::string& include)
{
    const bool core = path.starts_with("core/");
    const bool ui = path.starts_with("ui/");
    const std::string coreFolder = core ? folderIn(path, "core/") : std::string();

    if (core && isQt(include))
        return "core knows nothing of Qt";
    if (core && (include.starts_with("ui/") || include.starts_with("app/")))
        return "core knows nothing of ui and app";
    if (ui && include.starts_with("app/"))
        return "ui knows nothing of app";
    if (core) {
        const auto own = placeInCore(coreFolder);
        const auto other = placeInCore(include.substr(0, include.find('/')));
        if (include.find('/') != std::string::npos && own && other && *other > *own)
            return "a folder of core includes only itself and the folders before it";
    }
    if (coreFolder == "runtime") {
        static const std::regex own(R"(\w+\.h)");
        static const std::set<std::string> allowed = {"stdint.h", "stddef.h", "math.h", "avr/pgmspace.h"};
        if (!allowed.contains(include) && !std::regex_match(include, own))
            return "what runs on a board needs no library";
        if (include == "math.h" && path.find("float32") == std::string_view::npos)
            return "integer code includes no math.h";
    }
    if (isSystem(include) && coreFolder != "platform")
        return "operating-system headers stand in core/platform alone";
    if (isThreading(include) && !path.starts_with("ui/jobs/") && coreFolder != "device" && coreFolder != "search")
        return "threads live in ui/jobs, core/device and core/search";
    if (include.starts_with("qcustomplot") && !path.starts_with("ui/widgets/"))
        return "QCustomPlot stays behind the plot widgets";
    if (include.starts_with("Eigen/") && path != "core/common/matrix.h")
        return "Eigen comes in through common/matrix.h";
    if (include == "libserialport.h" && path != "core/device/serial_ports.cpp")
        return "libserialport stays in core/device/serial_ports.cpp";
    if (include.starts_with("sim_") && !path.starts_with("core/device/virtual/"))
        return "simavr stays in the virtual board";
    return std::nullopt;
}

/// A thread can also be named without its header being included directly.
std::optional<std::string> brokenByName(std::string_view path, const std::string& line)
{
    static const std::regex threads(R"(\b(std::j?thread|std::mutex|std::async|QThread|QMutex|QtConcurrent)\b)");
    const bool allowed =
        path.starts_with("ui/jobs/") || path.starts_with("core/device/") || path.starts_with("core/search/");
    if (!allowed && std::regex_search(line, threads))
        return "threads live in ui/jobs, core/device and core/search";
    return std::nullopt;
}

}

std::vector<Violation> violationsIn(std::string_view path, std::string_view text)
{
    static const std::regex directive(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)re");
    std::vector<Violation> found;
    int number = 0;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string line(text.substr(start, end - start));
        ++number;
        std::smatch match;
        const bool isInclude = std::regex_match(line, match, directive);
        const auto rule = isInclude ? brokenRule(path, match[1].str()) : brokenByName(path, line);
        if (rule)
            found.push_back({std::string(path), number, *rule});
        start = end + 1;
    }
    return found;
}

}

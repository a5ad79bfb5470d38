#include "platform/folder_watch.h"

#include "platform/system_reason.h"

#include <algorithm>
#include <cerrno>

#include <sys/inotify.h>
#include <unistd.h>

namespace broto {

Result<FolderWatch> FolderWatch::open(const std::filesystem::path& folder)
{
    FileDescriptor events(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!events || ::inotify_add_watch(events.get(), folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR) < 0)
        return message("platform.folder-not-watched", BROTO_TEXT("core", "The folder %1 cannot be watched: %2."),
                       folder.string(), systemReason(errno));
    return FolderWatch(std::move(events));
}

std::vector<std::string> FolderWatch::arrived()
{
    std::vector<std::string> names;
    alignas(inotify_event) char events[8192];
    for (ssize_t size; (size = ::read(m_events.get(), events, sizeof events)) > 0;) {
        for (const char* at = events; at < events + size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(at);
            if (event->len > 0 && std::find(names.begin(), names.end(), event->name) == names.end())
                names.emplace_back(event->name);
            at += sizeof *event + event->len;
        }
    }
    return names;
}

}

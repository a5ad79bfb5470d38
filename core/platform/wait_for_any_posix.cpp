#include "platform/wait_for_any.h"

#include <vector>

#include <poll.h>

namespace broto {

void waitForAny(std::span<const int> descriptors, std::chrono::nanoseconds time)
{
    std::vector<pollfd> watched;
    for (const int descriptor : descriptors)
        watched.push_back({descriptor, POLLIN, 0});
    const timespec limit = {time.count() / 1'000'000'000, time.count() % 1'000'000'000};
    ::ppoll(watched.data(), watched.size(), &limit, nullptr);
}

}

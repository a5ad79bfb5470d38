#include "device/port_wait.h"

#include <algorithm>
#include <thread>

namespace broto {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds betweenLooks(100);

bool isSame(const Port& one, const Port& other)
{
    return one.path == other.path && one.usb == other.usb && one.serialNumber == other.serialNumber;
}

bool holds(const std::vector<Port>& ports, const Port& wanted)
{
    return std::any_of(ports.begin(), ports.end(), [&](const Port& port) { return isSame(port, wanted); });
}

}

bool waitUntil(const std::function<bool()>& isSo, std::chrono::milliseconds limit, const RunControl& control)
{
    const Clock::time_point deadline = Clock::now() + limit;
    while (!isSo()) {
        if (control.stopRequested() || Clock::now() >= deadline)
            return false;
        std::this_thread::sleep_for(betweenLooks);
    }
    return true;
}

std::optional<Port> waitForLoader(const Port& port, const std::vector<Port>& before, const UploadHost& host,
                                  const RunControl& control)
{
    std::optional<Port> found;
    bool wentAway = false;
    const auto look = [&] {
        const std::vector<Port> now = host.ports();
        for (const Port& each : now)
            if (!holds(before, each) || (wentAway && isSame(each, port)))
                found = each;
        wentAway = wentAway || !holds(now, port);
        return found.has_value();
    };
    waitUntil(look, host.portLimit, control);
    return found;
}

std::optional<Port> waitForProgram(const Port& port, const Board& board, const UploadHost& host,
                                   const RunControl& control)
{
    std::optional<Port> found;
    const auto look = [&] {
        const std::vector<Port> now = host.ports();
        const auto take = [&](auto&& isIt) {
            const auto at = std::find_if(now.begin(), now.end(), isIt);
            if (!found && at != now.end())
                found = *at;
        };
        take([&](const Port& each) { return isSame(each, port); });
        take([&](const Port& each) { return !port.serialNumber.empty() && each.serialNumber == port.serialNumber; });
        take([&](const Port& each) { return each.boardId == board.id; });
        return found.has_value();
    };
    waitUntil(look, host.portLimit, control);
    return found;
}

}

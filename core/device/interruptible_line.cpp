#include "device/interruptible_line.h"

#include "common/cancelled.h"

#include <algorithm>

namespace broto {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds longestWait(20);

class InterruptibleLink : public Link {
public:
    InterruptibleLink(std::unique_ptr<Link> link, const RunControl& control)
        : m_link(std::move(link)), m_control(control)
    {
    }

    TimePoint now() const override { return m_link->now(); }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, milliseconds timeLimit) override
    {
        for (const TimePoint deadline = now() + timeLimit;;) {
            if (m_control.stopRequested())
                return cancelledByUser();
            const auto left = std::chrono::ceil<milliseconds>(deadline - now());
            const auto count = m_link->read(bytes, std::clamp(left, milliseconds(0), longestWait));
            if (!count || *count > 0 || left <= longestWait)
                return count;
        }
    }

    Result<void> write(std::span<const std::uint8_t> bytes, milliseconds timeLimit) override
    {
        if (m_control.stopRequested())
            return cancelledByUser();
        return m_link->write(bytes, timeLimit);
    }

private:
    std::unique_ptr<Link> m_link;
    const RunControl& m_control;
};

}

LineSource interruptible(LineSource source, const RunControl& control)
{
    const auto open = [opened = std::move(source.open), &control]() -> Result<std::unique_ptr<Link>> {
        auto link = opened();
        if (!link)
            return link;
        return std::unique_ptr<Link>(new InterruptibleLink(std::move(*link), control));
    };
    const auto wait = [waited = std::move(source.wait), &control](milliseconds time) {
        for (; time > milliseconds(0) && !control.stopRequested(); time -= longestWait)
            waited(std::min(time, longestWait));
    };
    return {open, wait, source.listenFirst};
}

}

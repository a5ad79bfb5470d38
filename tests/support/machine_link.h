#pragma once

#include "device/link.h"
#include "device/virtual/avr_machine.h"
#include "runtime/frame.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <vector>

namespace broto {

/// The serial line of an emulated board, in the board's own time: nothing of it depends on the computer's.
class MachineLink : public Link {
public:
    MachineLink(std::shared_ptr<AvrMachine> machine, std::uint32_t clockHz)
        : m_machine(std::move(machine)), m_clockHz(clockHz)
    {
    }

    TimePoint now() const override
    {
        const double seconds = static_cast<double>(m_machine->elapsedCycles()) / m_clockHz;
        return TimePoint(std::chrono::duration_cast<TimePoint::duration>(std::chrono::duration<double>(seconds)));
    }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        const std::uint64_t end =
            m_machine->elapsedCycles() + m_clockHz / 1000 * static_cast<std::uint64_t>(timeLimit.count());
        std::vector<std::uint8_t> sent = m_machine->takeSent();
        while (sent.empty() && m_machine->elapsedCycles() < end && !m_machine->halted()) {
            m_machine->run(cyclesBetweenLooks);
            sent = m_machine->takeSent();
        }
        m_coming.insert(m_coming.end(), sent.begin(), sent.end());
        const std::size_t count = std::min(bytes.size(), m_coming.size());
        std::copy_n(m_coming.begin(), count, bytes.begin());
        m_coming.erase(m_coming.begin(), m_coming.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds) override
    {
        for (const std::uint8_t byte : bytes)
            m_machine->send(byte);
        return {};
    }

private:
    static constexpr std::uint64_t cyclesBetweenLooks = 160; ///< an eighth of a byte

    std::shared_ptr<AvrMachine> m_machine;
    std::uint32_t m_clockHz;
    std::deque<std::uint8_t> m_coming;
};

/// Another link that counts the bytes of requests on their way without an answer. A board answers in the order in which
/// it is asked: what was sent before an answered request is on its way no more.
class UnansweredBytes : public Link {
public:
    UnansweredBytes(std::unique_ptr<Link> link, std::shared_ptr<std::size_t> most)
        : m_link(std::move(link)),
          m_most(std::move(most)),
          m_there(m_payload, sizeof m_payload),
          m_back(m_payload, sizeof m_payload)
    {
    }

    TimePoint now() const override { return m_link->now(); }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        const auto count = m_link->read(bytes, timeLimit);
        for (std::size_t i = 0; count && i < *count; ++i)
            if (m_back.accept(bytes[i]) == runtime::FrameDecoder::frame)
                settle(m_back.id());
        return count;
    }

    /// One frame at a time.
    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        for (const std::uint8_t byte : bytes)
            m_there.accept(byte);
        m_underWay.push_back({m_there.id(), bytes.size()});
        m_unanswered += bytes.size();
        *m_most = std::max(*m_most, m_unanswered);
        return m_link->write(bytes, timeLimit);
    }

private:
    struct Request {
        std::uint16_t id;
        std::size_t bytes;
    };

    void settle(std::uint16_t id)
    {
        const auto isAnswered = [id](const Request& request) { return request.id == id; };
        while (std::ranges::any_of(m_underWay, isAnswered)) {
            m_unanswered -= m_underWay.front().bytes;
            m_underWay.pop_front();
        }
    }

    std::unique_ptr<Link> m_link;
    std::shared_ptr<std::size_t> m_most;
    std::uint8_t m_payload[512];
    runtime::FrameDecoder m_there;
    runtime::FrameDecoder m_back;
    std::deque<Request> m_underWay;
    std::size_t m_unanswered = 0;
};

}

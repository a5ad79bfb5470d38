#pragma once

#include "common/random.h"
#include "device/link.h"
#include "platform/port_problem.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <vector>

namespace broto {

/// How often a line goes wrong, and how often it has. The chances of a call are those of one read or write.
struct LineFaults {
    explicit LineFaults(std::uint64_t seed) : random(seed) {}

    double damagedBytes = 0.001; ///< flipped, dropped or doubled
    double garbage = 0.001;      ///< a call brings up to 60 random bytes besides
    double stalls = 0.0005;      ///< one direction stands still for two seconds
    double hangUps = 0.0005;     ///< in the middle of what a call carries; the port can be opened again
    double wrongBauds = 0.05;    ///< of the lines that are opened: nothing but noise
    double absences = 0.2;       ///< of the lines: the port is back only at the fourth try

    Random random;
    int damaged = 0, garbled = 0, stalled = 0, hungUp = 0, wrongBaud = 0;

    bool happens(double chance) { return random.uniform(0, 1) < static_cast<float>(chance); }
};

/// A link on which things go wrong, by seeded chance. Its time is that of the link below it.
class FaultyLink : public Link {
public:
    using Bytes = std::vector<std::uint8_t>;

    FaultyLink(std::unique_ptr<Link> link, std::shared_ptr<LineFaults> faults)
        : m_link(std::move(link)), m_faults(std::move(faults)), m_wrongBaud(m_faults->happens(m_faults->wrongBauds))
    {
        m_faults->wrongBaud += m_wrongBaud;
    }

    TimePoint now() const override { return m_link->now(); }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        if (m_isGone)
            return portGone("/dev/ttyX");
        m_there.hold(*m_faults, now());
        Bytes carried = damaged(bytes);
        if (hangsUp())
            carried.resize(carried.size() / 2);
        m_there.waiting.insert(m_there.waiting.end(), carried.begin(), carried.end());
        if (const auto passed = passOn(timeLimit); !passed)
            return passed;
        return m_isGone ? Result<void>(portGone("/dev/ttyX")) : Result<void>();
    }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        const TimePoint deadline = now() + timeLimit;
        m_back.hold(*m_faults, now());
        for (;;) {
            if (m_back.waiting.empty() && m_isGone)
                return portGone("/dev/ttyX");
            if (const std::size_t count = take(bytes))
                return count;
            if (now() >= deadline)
                return std::size_t(0);
            if (const auto passed = passOn(timeLimit); !passed)
                return passed.error();
            if (const auto heard = listen(std::min({deadline, m_there.end(now()), m_back.end(now())})); !heard)
                return heard.error();
        }
    }

private:
    struct Direction {
        std::deque<std::uint8_t> waiting;
        TimePoint heldUntil;

        void hold(LineFaults& faults, TimePoint now)
        {
            if (heldUntil > now || !faults.happens(faults.stalls))
                return;
            ++faults.stalled;
            heldUntil = now + std::chrono::seconds(2);
        }
        /// When there is something to do for it besides listening.
        TimePoint end(TimePoint now) const
        {
            return heldUntil > now && !waiting.empty() ? heldUntil : TimePoint::max();
        }
    };

    bool hangsUp()
    {
        if (!m_isGone && m_faults->happens(m_faults->hangUps)) {
            m_isGone = true;
            ++m_faults->hungUp;
        }
        return m_isGone;
    }

    Result<void> passOn(std::chrono::milliseconds timeLimit)
    {
        if (m_there.heldUntil > now() || m_there.waiting.empty())
            return {};
        const Bytes bytes(m_there.waiting.begin(), m_there.waiting.end());
        m_there.waiting.clear();
        return m_link->write(bytes, timeLimit);
    }

    /// Lets time pass until then at the latest.
    Result<void> listen(TimePoint until)
    {
        std::uint8_t piece[64];
        const auto limit = std::chrono::ceil<std::chrono::milliseconds>(until - now());
        const auto count = m_link->read(piece, std::max(limit, std::chrono::milliseconds(0)));
        if (!count)
            return count.error();
        if (*count == 0)
            return {};
        Bytes carried = damaged({piece, *count});
        if (hangsUp())
            carried.resize(carried.size() / 2);
        m_back.waiting.insert(m_back.waiting.end(), carried.begin(), carried.end());
        return {};
    }

    std::size_t take(std::span<std::uint8_t> bytes)
    {
        if (m_back.heldUntil > now())
            return 0;
        const std::size_t count = std::min(bytes.size(), m_back.waiting.size());
        std::copy_n(m_back.waiting.begin(), count, bytes.begin());
        m_back.waiting.erase(m_back.waiting.begin(), m_back.waiting.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }

    Bytes damaged(std::span<const std::uint8_t> bytes)
    {
        Random& random = m_faults->random;
        Bytes result;
        for (const std::uint8_t byte : bytes) {
            const bool isDamaged = m_faults->happens(m_faults->damagedBytes);
            const std::uint32_t kind = isDamaged ? random.below(3) : 3;
            m_faults->damaged += isDamaged;
            if (kind != 1)
                result.push_back(kind == 0 ? static_cast<std::uint8_t>(byte ^ 1u << random.below(8)) : byte);
            if (kind == 2)
                result.push_back(byte);
        }
        if (m_faults->happens(m_faults->garbage)) {
            ++m_faults->garbled;
            for (std::uint32_t i = random.below(60); i > 0; --i)
                result.push_back(static_cast<std::uint8_t>(random.below(256)));
        }
        for (std::uint8_t& byte : result)
            byte = m_wrongBaud ? static_cast<std::uint8_t>(random.below(256)) : byte;
        return result;
    }

    std::unique_ptr<Link> m_link;
    std::shared_ptr<LineFaults> m_faults;
    bool m_wrongBaud;
    bool m_isGone = false;
    Direction m_there;
    Direction m_back;
};

}

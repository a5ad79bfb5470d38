#pragma once

#include <algorithm>
#include <chrono>

namespace broto {

/// After so long without an answer a board counts as dead. A line that stalls for two seconds is only slow.
inline constexpr std::chrono::milliseconds longestSilence(3000);

/// The waits for one answer, each twice as long as the one before: a lost byte costs little time, and a board that is
/// slow is not flooded.
class AnswerWaits {
public:
    explicit AnswerWaits(std::chrono::milliseconds first) : m_next(first) {}

    bool over() const { return m_left <= std::chrono::milliseconds(0); }

    std::chrono::milliseconds next()
    {
        const auto wait = std::min(m_next, m_left);
        m_left -= wait;
        m_next *= 2;
        return wait;
    }

private:
    std::chrono::milliseconds m_next;
    std::chrono::milliseconds m_left = longestSilence;
};

/// From how long answers have taken of late: how long to wait for one before it is taken for lost.
class AnswerPace {
public:
    void answered(std::chrono::nanoseconds took)
    {
        m_usual = std::max(took, m_usual * 7 / 8);
        m_isKnown = true;
    }

    std::chrono::milliseconds firstWait() const
    {
        using std::chrono::milliseconds;
        if (!m_isKnown)
            return milliseconds(500);
        return std::clamp(std::chrono::ceil<milliseconds>(4 * m_usual), milliseconds(200), longestSilence / 2);
    }

private:
    std::chrono::nanoseconds m_usual{0};
    bool m_isKnown = false;
};

}

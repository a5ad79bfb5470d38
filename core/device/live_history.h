#pragma once

#include "device/answer_times.h"
#include "device/live_answer.h"
#include "network/metrics.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace broto {

/// An answer as it is drawn over time.
struct LivePoint {
    std::size_t number = 0; ///< of all answers, from 1
    double board = 0;       ///< a class index or a value; NaN: refused
    double workbench = 0;
    double truth = 0; ///< NaN: unknown
    bool same = false;
    bool outOfRange = false;
};

/// What was asked and answered: the last answers themselves, and counts of all of them.
class LiveHistory {
public:
    static constexpr std::size_t most = 10'000; ///< answers that are kept; older ones are forgotten
    static constexpr std::size_t timed = 1000;  ///< whose times are looked at

    /// Of a model with such a target.
    explicit LiveHistory(Target target = {}) : m_target(std::move(target)) {}

    void add(LiveAnswer answer);
    void beginStream(); ///< the metrics begin anew

    const std::deque<LiveAnswer>& kept() const { return m_kept; }
    std::size_t answers() const { return m_answers; } ///< of all
    std::size_t same() const { return m_same; }
    std::size_t outsideOfRange() const { return m_outside; }
    const std::optional<LiveAnswer>& firstDifference() const { return m_firstDifference; }

    /// Of the board's answers to the rows of the last stream whose truth is known.
    Metrics metrics() const;
    std::size_t rowsOfStream() const { return m_truths.size(); }
    const std::vector<float>& truths() const { return m_truths; } ///< one a row of these; class indexes or values
    const std::vector<float>& told() const { return m_told; }     ///< likewise, by the board

    std::vector<LivePoint> points(std::size_t newest) const;
    AnswerTimes times(std::size_t ranges) const; ///< of the answers whose time is in the newest one's unit
    TimeUnit timeUnit() const { return m_kept.empty() ? TimeUnit::Microseconds : m_kept.back().timeUnit; }

    /// What is kept as a CSV file: seconds since the first answer, the features, both answers, whether they are the
    /// same, the time, and the truth where it is known. Times in another unit than the newest one's are left out:
    /// another board answered before.
    std::string csv(const std::vector<Feature>& features) const;

private:
    bool isTimed(const LiveAnswer& answer) const; ///< comparably with the newest
    Target m_target;
    std::deque<LiveAnswer> m_kept;
    std::chrono::steady_clock::time_point m_begin;
    std::size_t m_answers = 0, m_same = 0, m_outside = 0;
    std::optional<LiveAnswer> m_firstDifference;
    std::vector<float> m_truths, m_told;
};

/// What a model says, as a number: the index of a class, or the value; NaN where it refuses.
float answerNumber(const Prediction& prediction, Task task);

}

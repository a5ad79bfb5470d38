#pragma once

#include "common/run_control.h"

#include <chrono>

namespace broto {

/// Moments that come so many times a second, counted from its making: one that was missed is not made good.
class SteadyPace {
public:
    explicit SteadyPace(double timesPerSecond);

    /// The first one is now. False: it was asked to stop meanwhile.
    bool waitForNext(const RunControl& control);

    double seconds() const; ///< since it was made

private:
    using Clock = std::chrono::steady_clock;

    Clock::duration m_period;
    Clock::time_point m_begin;
    Clock::time_point m_due;
};

}

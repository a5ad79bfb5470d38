#include "device/steady_pace.h"

#include <algorithm>
#include <thread>

namespace broto {

namespace {

constexpr std::chrono::milliseconds betweenLooksAtControl(50);

}

SteadyPace::SteadyPace(double timesPerSecond)
    : m_period(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / timesPerSecond))),
      m_begin(Clock::now()),
      m_due(m_begin)
{
}

bool SteadyPace::waitForNext(const RunControl& control)
{
    for (Clock::time_point now = Clock::now(); now < m_due && !control.stopRequested(); now = Clock::now())
        std::this_thread::sleep_for(std::min<Clock::duration>(m_due - now, betweenLooksAtControl));
    m_due = std::max(m_due + m_period, Clock::now());
    return !control.stopRequested();
}

double SteadyPace::seconds() const
{
    return std::chrono::duration<double>(Clock::now() - m_begin).count();
}

}

#include "device/capture_run.h"

#include <algorithm>

namespace broto {

CaptureRun::CaptureRun(const CaptureOptions& options, const CaptureLimits& limits, double now,
                       const LineChannels& known)
    : m_limits(limits), m_begin(now + limits.countdownSeconds), m_last(m_begin), m_capture(options, known)
{
}

void CaptureRun::take(const TimedLine& line)
{
    if (line.seconds < m_begin) {
        m_capture.getReady(line);
    } else if (m_limits.seconds == 0 || line.seconds <= m_begin + m_limits.seconds) {
        m_capture.take(line);
        m_last = line.seconds;
    }
}

double CaptureRun::countdownLeft(double now) const
{
    return std::max(m_begin - now, 0.0);
}

bool CaptureRun::isOver(double now) const
{
    const std::size_t rows = m_capture.rows();
    const bool full =
        m_limits.rows > 0 && (rows > m_limits.rows || (rows == m_limits.rows && !m_capture.lastRowIsOpen()));
    return full || (m_limits.seconds > 0 && now > m_begin + m_limits.seconds);
}

double CaptureRun::share(double now) const
{
    const double share = m_limits.rows > 0      ? static_cast<double>(rows()) / static_cast<double>(m_limits.rows)
                         : m_limits.seconds > 0 ? (now - m_begin) / m_limits.seconds
                                                : 0;
    return std::clamp(share, 0.0, 1.0);
}

double CaptureRun::seconds() const
{
    return m_last - m_begin;
}

std::size_t CaptureRun::rows() const
{
    return m_limits.rows > 0 ? std::min(m_limits.rows, m_capture.rows()) : m_capture.rows();
}

CapturedRows CaptureRun::captured() const
{
    return m_capture.captured(rows());
}

}

#pragma once

#include "device/capture.h"

#include <cstddef>

namespace broto {

/// When a capture begins and ends. 0: no countdown, no limit.
struct CaptureLimits {
    double countdownSeconds = 0;
    double seconds = 0;
    std::size_t rows = 0;
};

/// A capture from its countdown to its last row. Times are those of the lines: seconds since the port was opened.
class CaptureRun {
public:
    CaptureRun(const CaptureOptions& options, const CaptureLimits& limits, double now,
               const LineChannels& known = LineChannels());

    void take(const TimedLine& line);

    double countdownLeft(double now) const; ///< 0: it has begun
    bool isOver(double now) const;
    double share(double now) const; ///< of the time or the rows; 0 without a limit
    double seconds() const;         ///< from the beginning to the last row

    std::size_t rows() const; ///< so far
    CapturedRows captured() const;
    const Capture& capture() const { return m_capture; }

private:
    CaptureLimits m_limits;
    double m_begin;
    double m_last;
    Capture m_capture;
};

}

#pragma once

#include "device/capture_run.h"
#include "ui/jobs/serial_line.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace broto::ui {

/// Captures rows from the line that the window listens to. What was captured stays until it is kept or thrown away.
class CaptureJob : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, CountingDown, Capturing, Captured };

    explicit CaptureJob(SerialLine& line);

    State state() const;
    void start(const CaptureOptions& options, const CaptureLimits& limits);
    void stop();    ///< keeps the rows so far
    void discard(); ///< drops them

    int countdownLeft() const; ///< whole seconds
    double share() const;      ///< of the time or the rows; 0 without a limit
    std::size_t rows() const;
    std::size_t passedOver() const;
    CapturedRows captured() const;

    /// What the device prints, as far as it is known by now: of a capture, or of what came before.
    std::vector<std::string> columns() const;

signals:
    void changed();

private:
    void take(const std::vector<TimedLine>& lines);
    void look();

    SerialLine& m_line;
    QTimer m_clock; ///< a device that is silent does not hold up the countdown and the end
    std::optional<CaptureRun> m_run;
    bool m_ended = false;
    Capture m_seen{{}}; ///< of lines before a capture: which columns there are
};

}

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

    /// Of the last capture, if it ended without a row.
    struct Nothing {
        double seconds = 0;     ///< that it took
        std::size_t others = 0; ///< lines that came and were no rows
    };
    const std::optional<Nothing>& nothing() const { return m_nothing; }

    /// What the device prints, as far as it is known by now: of a capture, or of what came before.
    std::vector<std::string> columns() const;

signals:
    void changed();

private:
    void take(const std::vector<TimedLine>& lines);
    void look();
    void dropEmpty();

    SerialLine& m_line;
    QTimer m_clock; ///< a device that is silent does not hold up the countdown and the end
    std::optional<CaptureRun> m_run;
    bool m_ended = false;
    double m_beginsAt = 0; ///< behind the countdown
    std::optional<Nothing> m_nothing;
    Capture m_seen{{}}; ///< of lines before a capture: which columns there are
};

}

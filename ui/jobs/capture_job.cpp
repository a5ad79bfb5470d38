#include "ui/jobs/capture_job.h"

#include <cmath>

namespace broto::ui {

namespace {
constexpr int lookMs = 100;
}

CaptureJob::CaptureJob(SerialLine& line) : m_line(line)
{
    m_clock.setInterval(lookMs);
    connect(&m_clock, &QTimer::timeout, this, &CaptureJob::look);
    connect(&line, &SerialLine::linesCame, this, &CaptureJob::take);
    connect(&line, &SerialLine::opened, this, [this] {
        m_seen = Capture({});
        m_nothing.reset();
    });
    connect(&line, &SerialLine::changed, this, [this] {
        if (m_line.state() != SerialLine::State::Open && m_run && !m_ended)
            stop(); // times begin anew when the port is opened again
    });
}

CaptureJob::State CaptureJob::state() const
{
    if (!m_run)
        return State::Idle;
    if (m_ended)
        return State::Captured;
    return m_run->countdownLeft(m_line.seconds()) > 0 ? State::CountingDown : State::Capturing;
}

void CaptureJob::start(const CaptureOptions& options, const CaptureLimits& limits)
{
    m_run.emplace(options, limits, m_line.seconds(), m_seen.channels());
    m_beginsAt = m_line.seconds() + limits.countdownSeconds;
    m_nothing.reset();
    m_ended = false;
    m_clock.start();
    emit changed();
}

void CaptureJob::stop()
{
    m_clock.stop();
    m_ended = true;
    if (m_run && m_run->rows() == 0)
        dropEmpty();
    emit changed();
}

/// A capture that had begun, on a line that is there, is told of.
void CaptureJob::dropEmpty()
{
    const double seconds = m_line.seconds() - m_beginsAt;
    if (seconds > 0 && m_line.state() == SerialLine::State::Open)
        m_nothing = Nothing{seconds, m_run->capture().passedOver()};
    m_run.reset();
}

void CaptureJob::discard()
{
    m_run.reset();
    m_nothing.reset();
    m_clock.stop();
    emit changed();
}

void CaptureJob::take(const std::vector<TimedLine>& lines)
{
    for (const TimedLine& line : lines) {
        if (m_run && !m_ended && !m_run->isOver(line.seconds))
            m_run->take(line);
        m_seen.getReady(line);
    }
    look();
}

void CaptureJob::look()
{
    if (m_run && !m_ended && m_run->isOver(m_line.seconds()))
        stop();
    else
        emit changed();
}

int CaptureJob::countdownLeft() const
{
    return m_run ? static_cast<int>(std::ceil(m_run->countdownLeft(m_line.seconds()))) : 0;
}

double CaptureJob::share() const
{
    return m_run ? m_run->share(m_line.seconds()) : 0;
}

std::size_t CaptureJob::rows() const
{
    return m_run ? m_run->rows() : 0;
}

std::size_t CaptureJob::passedOver() const
{
    return m_run ? m_run->capture().passedOver() : 0;
}

CapturedRows CaptureJob::captured() const
{
    return m_run ? m_run->captured() : CapturedRows();
}

std::vector<std::string> CaptureJob::columns() const
{
    return m_run && m_run->rows() > 0 ? m_run->capture().columns() : m_seen.columns();
}

}

#include "ui/jobs/serial_line.h"

#include <utility>

namespace broto::ui {

namespace {
constexpr int takeMs = 33;
}

SerialLine::SerialLine(const JobRunner& others) : m_others(others)
{
    m_poll.setInterval(takeMs);
    connect(&m_poll, &QTimer::timeout, this, &SerialLine::take);
    // Before a build, so that the port is free long before the upload that follows it.
    connect(&others, &JobRunner::started, this, &SerialLine::lend);
    connect(&others, &JobRunner::finished, this, &SerialLine::takeBack);
}

void SerialLine::open(const Port& port, int baud)
{
    m_port = port;
    m_baud = baud;
    m_news.reset();
    start();
}

void SerialLine::start()
{
    if (isNeededElsewhere()) {
        end(State::Lent, std::move(m_news));
        return;
    }
    end(State::Opening, std::move(m_news));
    m_runner.start(
        JobKind::Look, [port = m_port, baud = m_baud](const RunControl&) { return LineStream::open(port, baud); },
        [this](Result<std::unique_ptr<LineStream>> stream) {
            if (!stream) {
                breakOff(stream.error());
                return;
            }
            m_stream = *std::move(stream);
            m_state = State::Open;
            m_lines = m_bytes = 0;
            m_poll.start();
            emit opened();
            emit changed();
        });
}

void SerialLine::findBaud(const Port& port)
{
    m_port = port;
    if (isNeededElsewhere()) { // then at the rate that is usual
        m_baud = usualBaud;
        end(State::Lent, {});
        return;
    }
    end(State::FindingBaud, {});
    m_runner.start(
        JobKind::Look, [port](const RunControl& control) { return guessBaud(port, control); },
        [this](const Result<BaudGuess>& guess) {
            if (!guess || !guess->baud) {
                breakOff(guess ? guess->reason : guess.error());
                return;
            }
            m_baud = *guess->baud;
            m_news = guess->reason;
            start();
        });
}

void SerialLine::close()
{
    end(State::Closed, {});
}

void SerialLine::send(const QString& text)
{
    if (m_stream)
        m_stream->send((text + u'\n').toStdString());
}

void SerialLine::take()
{
    const LineStream::State state = m_stream->state(); // first: behind an end there are no more lines
    const std::vector<TimedLine> lines = m_stream->take();
    const bool more = state.bytes != m_bytes;
    m_lines += lines.size();
    m_bytes = state.bytes;
    if (!lines.empty())
        emit linesCame(lines);
    if (state.ended && m_stream)
        breakOff(*state.ended);
    else if (more)
        emit changed();
}

void SerialLine::lend(JobKind kind)
{
    if (needsPort(kind) && listens())
        end(State::Lent, {});
}

void SerialLine::takeBack()
{
    if (m_state == State::Lent && !isNeededElsewhere())
        start();
}

bool SerialLine::isNeededElsewhere() const
{
    const std::optional<JobKind> other = m_others.current();
    return (other && needsPort(*other)) || m_asked == m_port.path;
}

void SerialLine::lendForQuestions(const std::string& path)
{
    m_asked = path;
    if (listens() && m_port.path == path)
        end(State::Lent, {});
}

void SerialLine::endQuestions()
{
    m_asked.clear();
    takeBack();
}

void SerialLine::end(State state, std::optional<Message> news)
{
    m_runner.cancel();
    m_poll.stop();
    m_stream.reset();
    m_state = state;
    m_news = std::move(news);
    emit changed();
}

void SerialLine::breakOff(const Message& why)
{
    end(State::Closed, why);
    emit broke(why);
}

}

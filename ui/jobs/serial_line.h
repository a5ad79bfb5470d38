#pragma once

#include "device/baud_guess.h"
#include "device/line_stream.h"
#include "ui/jobs/job_runner.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace broto::ui {

/// The one port that the window listens to, for all that show or keep what its device prints. Lets go of it while the
/// device is built for, flashed, checked and asked, and takes it again afterwards.
class SerialLine : public QObject {
    Q_OBJECT

public:
    enum class State {
        Closed,
        Opening,
        FindingBaud,
        Open,
        Lent ///< to an upload, a check or questions
    };

    static constexpr int usualBaud = 115200;

    explicit SerialLine(const JobRunner& others);

    State state() const { return m_state; }
    bool listens() const { return m_state != State::Closed; } ///< now, soon or again
    const Port& port() const { return m_port; }
    int baud() const { return m_baud; }
    double seconds() const { return m_stream ? m_stream->seconds() : 0; } ///< since the port was opened
    std::size_t lines() const { return m_lines; }                         ///< since then
    std::size_t bytes() const { return m_bytes; }

    /// Why the port is closed, or what was found out about its baud rate; nothing: a person closed it.
    const std::optional<Message>& news() const { return m_news; }

    void open(const Port& port, int baud);
    void findBaud(const Port& port); ///< and listen at it
    void close();
    void send(const QString& text); ///< with a line end behind it

    /// To questions for the board at this port, until they end. Another port stays as it is.
    void lendForQuestions(const std::string& path);
    void endQuestions();
    bool isLentForQuestions() const { return m_state == State::Lent && m_asked == m_port.path; }

signals:
    void changed();
    void opened();
    void broke(const Message& why); ///< it is closed, and nobody did it
    void linesCame(const std::vector<TimedLine>& lines);

private:
    void start();
    void take();
    void lend(JobKind kind);
    void takeBack();
    bool isNeededElsewhere() const;
    void end(State state, std::optional<Message> news);
    void breakOff(const Message& why);

    const JobRunner& m_others;
    JobRunner m_runner;
    QTimer m_poll;
    State m_state = State::Closed;
    Port m_port;
    std::string m_asked; ///< the port that questions need; empty: none
    int m_baud = usualBaud;
    std::unique_ptr<LineStream> m_stream;
    std::size_t m_lines = 0, m_bytes = 0;
    std::optional<Message> m_news;
};

}

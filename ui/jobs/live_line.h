#pragma once

#include "device/live_session.h"
#include "device/ports.h"
#include "ui/jobs/job_runner.h"

#include <QObject>
#include <QTimer>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace broto::ui {

class SerialLine;

/// The board that questions go to. Takes its port from who listens to it and gives it back afterwards; lets go of it
/// itself while the board is built for, flashed and checked.
class LiveLine : public QObject {
    Q_OBJECT

public:
    enum class State {
        Closed,
        Open, ///< or on the way: see session()
        Lent  ///< to an upload or a check
    };

    LiveLine(const JobRunner& others, SerialLine& listener);
    ~LiveLine() override;

    State state() const { return m_state; }
    const Port& port() const { return m_port; }
    const std::shared_ptr<const DeployableModel>& model() const { return m_model; }
    const LiveSession::State& session() const { return m_seen; }  ///< as it was last looked at
    const std::optional<Message>& news() const { return m_news; } ///< why it was closed; nothing: a person did it

    void open(std::shared_ptr<const DeployableModel> model, const Port& port);
    void close();
    void giveUp(Message why); ///< closes it, and says so

    // Of an open line. A question or a stream may be given before the board has answered at all.
    void ask(std::vector<float> row, float truth = std::numeric_limits<float>::quiet_NaN());
    void stream(std::shared_ptr<const LiveRows> rows, double rowsASecond);
    void sense(double rowsASecond); ///< what the board's own pins give
    void setRate(double rowsASecond);
    void stopStream();

signals:
    void changed();
    void broke(const Message& why);                           ///< it is closed, and nobody did it
    void answersCame(const std::vector<LiveAnswer>& answers); ///< at display rate

private:
    void start();
    void take();
    void lend(JobKind kind);
    void takeBack();
    void end(State state, std::optional<Message> news);

    const JobRunner& m_others;
    SerialLine& m_listener;
    QTimer m_poll;
    State m_state = State::Closed;
    Port m_port;
    std::shared_ptr<const DeployableModel> m_model;
    std::unique_ptr<LiveSession> m_session;
    std::unique_ptr<LiveSession> m_ending; ///< its port is not free yet
    LiveSession::State m_seen;
    std::optional<Message> m_news;
};

}

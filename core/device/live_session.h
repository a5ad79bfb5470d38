#pragma once

#include "device/live_asking.h"
#include "device/sensor_stream.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace broto {

/// Asks a board and the workbench on a thread of its own, as long as somebody plays with them. Of single questions only
/// the newest waits: those that a dragged slider asked meanwhile are dropped. All functions are for the one thread that
/// owns it. Closes the port when it goes.
class LiveSession {
public:
    /// Answers that wait to be taken, at most; then the stream waits too.
    static constexpr std::size_t mostWaiting = 1000;

    LiveSession(LineSource source, std::shared_ptr<const DeployableModel> model);
    ~LiveSession();

    /// Soon, in place of a question that has not been asked yet. `truth`: NaN where nobody knows.
    void ask(std::vector<float> row, float truth = std::numeric_limits<float>::quiet_NaN());

    /// All rows once, so many in a second; 0: as fast as one can be asked after the other.
    void stream(std::shared_ptr<const LiveRows> rows, double rowsASecond);

    /// What the board's own pins give, again and again, in place of rows.
    void sense(double rowsASecond);

    void setRate(double rowsASecond);
    void stopStream(); ///< of rows, or of what is sensed

    /// The answers since this was last asked, in order.
    std::vector<LiveAnswer> take();

    struct State {
        ConnectionState connection = ConnectionState::Opening;
        std::optional<BoardHello> hello; ///< once the board has answered and runs the model
        bool streams = false;
        std::size_t streamed = 0; ///< rows of the stream that were answered
        bool senses = false;
        std::size_t readings = 0;            ///< of the pins, since sensing began
        int due = 0;                         ///< readings until the next answer; 0: the last one was answered
        std::optional<Message> sensingEnded; ///< why the board cannot go on with it; it can be asked nevertheless
        std::optional<Message> ended;        ///< why nothing is asked any more; all answers can be taken by then
    };
    State state() const;

    void end();                              ///< soon; the destructor waits for it
    bool hasEnded() const { return m_over; } ///< the port is closed

private:
    using Clock = std::chrono::steady_clock;

    void run(LineSource source);
    Result<void> answerAll(LineSource source);
    std::optional<LiveQuestion> nextQuestion();
    std::optional<LiveQuestion> nextOfStream();
    bool mayStream() const;
    bool hasDiffered() const;
    Result<void> askSensors(BoardConnection& board, std::optional<SensorStream>& sensors);
    void hand(LiveAnswer answer);
    void hand(SensedRow row);

    std::shared_ptr<const DeployableModel> m_model;
    RunControl m_control;
    std::atomic<bool> m_over = false;
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    std::optional<LiveQuestion> m_question;
    std::shared_ptr<const LiveRows> m_rows; ///< of the stream
    std::size_t m_nextRow = 0;
    int m_stream = 0, m_askedStream = 0;      ///< the number of the newest, and of the one that the last row is of
    bool m_sensingBegins = false;             ///< windows begin anew
    std::chrono::duration<double> m_pause{0}; ///< between rows
    Clock::time_point m_due;
    bool m_differed = false; ///< a row of this stream has
    std::vector<LiveAnswer> m_answers;
    State m_state;
    std::thread m_thread;
};

}

#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/board_client.h"
#include "device/ports.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace broto {

/// What a connection is doing.
enum class ConnectionState {
    Opening,  ///< the port, which resets most boards
    Greeting, ///< waiting until the board says who it is
    Ready,    ///< it answers
    Waiting,  ///< it is unplugged, or its port is busy: tried again soon
    Lost      ///< given up
};

/// Where lines to one board come from, again and again.
struct LineSource {
    std::function<Result<std::unique_ptr<Link>>()> open;
    std::function<void(std::chrono::milliseconds)> wait; ///< lets time pass until the next try
    std::chrono::milliseconds listenFirst = {};          ///< for so long the board is to speak first
};

/// A port, wherever its board is plugged in again: a board with a serial number may come back under another name. Where
/// it may have a bootloader that any byte would keep from starting the program (stk500v2, as on a Mega), the board is
/// to speak first.
LineSource linesTo(const Port& port);

/// A board that has just been flashed runs a program that answers, however long a busy computer or its bootloader holds
/// it up.
inline constexpr std::chrono::milliseconds greetingAfterFlashing(10000);

struct ConnectionOptions {
    std::function<void(ConnectionState)> onState = {}; ///< called on the thread that asks
    std::chrono::milliseconds patience{3000};          ///< with a port that does not open
    std::chrono::milliseconds greetingLimit{longestSilence};
};

/// A board that is talked to for a while. Where its line breaks, because it was unplugged or hangs, the port is opened
/// again, the board is greeted again, and what was asked is asked again, if it still runs the same model. Used by one
/// thread. `control` ends every wait and has to live as long.
class BoardConnection {
public:
    static Result<BoardConnection> open(LineSource source, const RunControl& control, ConnectionOptions options = {});

    /// A board whose line cannot be opened again.
    explicit BoardConnection(BoardClient client);

    const BoardHello& hello() const { return m_hello; }

    /// Asks something of the board: a function from BoardClient& to a Result. What fails for the line's sake is asked
    /// again on a new one. After a failure the next question tries to find the board again.
    template<class Question>
    auto ask(Question question) -> decltype(question(std::declval<BoardClient&>()))
    {
        for (int tries = 1;; ++tries) {
            if (const auto ready = makeReady(); !ready)
                return ready.error();
            auto answer = question(*m_client);
            if (answer || !isOfTheLine(answer.error()))
                return answer;
            breakOff(answer.error());
            if (tries == mostTries)
                return answer;
        }
    }

    /// BoardClient::inferAll, which goes on after a break with the first row that has no answer.
    Result<void> inferAll(const Matrix& rows, const RowAnswered& onAnswer, const RunControl& control = {});

private:
    static constexpr int mostTries = 3; ///< a question that makes a board hang is not asked for ever, nor a greeting

    BoardConnection(LineSource source, const RunControl& control, ConnectionOptions options);
    Result<void> makeReady();
    Result<void> greet(std::unique_ptr<Link> link);
    Result<std::unique_ptr<Link>> openLine();
    void breakOff(const Message& problem);
    void become(ConnectionState state) const;
    static bool mayPass(const Message& problem);
    static bool isOfTheLine(const Message& problem);

    LineSource m_source;
    const RunControl* m_control;
    ConnectionOptions m_options;
    BoardHello m_hello;
    std::optional<std::uint16_t> m_lastId;
    std::optional<BoardClient> m_client; ///< while the line holds
    std::optional<Message> m_problem;    ///< why it does not
    bool m_isLost = false;               ///< and it could not be opened again
};

}

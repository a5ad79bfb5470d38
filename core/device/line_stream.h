#pragma once

#include "common/result.h"
#include "device/line_reader.h"
#include "device/link.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace broto {

/// Listens to a device on a thread of its own, so that nothing is lost while somebody looks at what it printed. All
/// functions are for the one thread that owns it. Closes the port when it goes.
class LineStream {
public:
    /// Lines that wait to be taken, at most; then the oldest ones are lost, and counted.
    static constexpr std::size_t mostWaiting = 1'000'000;

    static Result<std::unique_ptr<LineStream>> open(const Port& port, int baud);
    LineStream(std::unique_ptr<Link> link, int baud);
    ~LineStream();

    /// The lines since this was last asked, in order. Returns at once, or waits until there is one.
    std::vector<TimedLine> take();
    std::vector<TimedLine> waitForLines(std::chrono::milliseconds timeLimit);

    void send(std::string_view bytes); ///< soon

    struct State {
        std::size_t bytes = 0;
        std::size_t frames = 0;       ///< of Broto's protocol, passed over
        std::size_t tooLong = 0;      ///< lines that were dropped
        std::size_t lost = 0;         ///< lines that nobody took in time
        std::string unfinished;       ///< the line that has begun
        double silentSeconds = 0;     ///< since the last byte, or since the port was opened
        std::optional<Message> ended; ///< why nothing comes any more; all lines can be taken by then
    };
    State state() const;
    double seconds() const; ///< since the port was opened

private:
    using Clock = std::chrono::steady_clock;

    void run();
    Result<void> exchange();
    void hand(std::size_t bytes, std::vector<TimedLine> lines);

    std::unique_ptr<Link> m_link;
    double m_slowestByte; ///< seconds that one takes on the wire
    Clock::time_point m_begin = Clock::now();
    LineReader m_reader; ///< of the thread
    double m_lastRead = 0;
    std::atomic<bool> m_ending = false;
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_arrived;
    std::vector<TimedLine> m_lines;
    std::string m_toSend;
    State m_state;
    double m_lastByte = 0;
    std::thread m_thread;
};

}

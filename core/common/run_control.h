#pragma once

#include <atomic>
#include <cstddef>
#include <functional>

namespace broto {

/// How far a long operation has come. Facts, not text.
struct Progress {
    double done = 0;
    double total = 0; ///< 0 while unknown
};

/// A loop over rows asks after so many of them whether it is to end.
inline constexpr std::size_t rowsBetweenLooks = std::size_t{1} << 14;

/// What a caller can say to a running operation, and what the operation says back. Shared by the thread that runs the
/// operation and the one that watches it: the request is atomic, `report` is called on the running thread.
///
/// Stop keeps what has been reached so far; cancel drops it. An operation that has nothing to keep treats both alike.
/// Pause holds an operation that has steps (mayGoOn) before its next one until it is resumed, stopped or cancelled.
class RunControl {
public:
    enum class Request { Continue, Stop, Cancel };

    RunControl() = default;
    explicit RunControl(std::function<void(const Progress&)> report) : m_report(std::move(report)) {}

    void stop() { say(Request::Stop); }
    void cancel() { say(Request::Cancel); }

    void pause() { allow(0); }
    void resume() { allow(unlimited); }
    void step() ///< one more, then pause
    {
        m_allowedSteps.fetch_add(1);
        m_allowedSteps.notify_all();
    }
    bool paused() const { return m_allowedSteps.load() < unlimited / 2; }

    /// Before every step of an operation that can be paused: waits while it is. False when it should end.
    bool mayGoOn() const
    {
        int allowed = m_allowedSteps.load();
        while (!stopRequested()) {
            if (allowed >= unlimited / 2)
                return true;
            if (allowed > 0 && m_allowedSteps.compare_exchange_weak(allowed, allowed - 1))
                return true;
            if (allowed <= 0) {
                m_allowedSteps.wait(allowed);
                allowed = m_allowedSteps.load();
            }
        }
        return false;
    }

    Request request() const { return m_request.load(std::memory_order_relaxed); }
    bool stopRequested() const { return request() != Request::Continue; }
    bool cancelled() const { return request() == Request::Cancel; }

    void report(double done, double total) const
    {
        if (m_report)
            m_report({done, total});
    }

private:
    static constexpr int unlimited = 1 << 30;

    void say(Request request)
    {
        m_request.store(request);
        m_allowedSteps.fetch_sub(1); // another value than the one that is waited for
        m_allowedSteps.notify_all();
    }
    void allow(int steps)
    {
        m_allowedSteps.store(steps);
        m_allowedSteps.notify_all();
    }

    mutable std::atomic<int> m_allowedSteps = unlimited;
    std::atomic<Request> m_request = Request::Continue;
    std::function<void(const Progress&)> m_report;
};

}

#pragma once

#include <atomic>
#include <functional>

namespace broto {

/// How far a long operation has come. Facts, not text.
struct Progress {
    double done = 0;
    double total = 0; ///< 0 while unknown
};

/// What a caller can say to a running operation, and what the operation says back. Shared by the thread that runs the
/// operation and the one that watches it: the request is atomic, `report` is called on the running thread.
///
/// Stop keeps what has been reached so far; cancel drops it. An operation that has nothing to keep treats both alike.
class RunControl {
public:
    enum class Request { Continue, Stop, Cancel };

    RunControl() = default;
    explicit RunControl(std::function<void(const Progress&)> report) : m_report(std::move(report)) {}

    void stop() { m_request.store(Request::Stop, std::memory_order_relaxed); }
    void cancel() { m_request.store(Request::Cancel, std::memory_order_relaxed); }

    Request request() const { return m_request.load(std::memory_order_relaxed); }
    bool stopRequested() const { return request() != Request::Continue; }
    bool cancelled() const { return request() == Request::Cancel; }

    void report(double done, double total) const
    {
        if (m_report)
            m_report({done, total});
    }

private:
    std::atomic<Request> m_request = Request::Continue;
    std::function<void(const Progress&)> m_report;
};

}

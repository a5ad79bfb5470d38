#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace broto::ui {

/// One thread that does what it is given, in order. It lives as long as this object: programs that are started on it
/// and end with their parent thread (virtual boards) live as long.
class WorkerThread {
public:
    WorkerThread();
    ~WorkerThread(); ///< waits for the work at hand; what has not begun is dropped

    void post(std::function<void()> work);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_waiting;
    bool m_ending = false;
    std::thread m_thread;
};

}

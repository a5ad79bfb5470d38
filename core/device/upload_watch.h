#pragma once

#include "common/run_control.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

namespace broto {

/// Watches an upload from a thread of its own, because an uploader whose board has died may wait, or spin, for ever.
/// Ends it through `uploader` when the caller asks to stop, the port is gone, or nothing has moved for too long.
class UploadWatch {
public:
    enum class Verdict { Fine, Stopped, BoardGone, Stalled };

    UploadWatch(std::filesystem::path port, std::chrono::milliseconds stallLimit, const RunControl& caller,
                RunControl& uploader);
    ~UploadWatch();

    /// The board has shown that it lives.
    void moved();

    /// Ends the watch and tells why the upload was ended, if it was.
    Verdict finish();

private:
    using Clock = std::chrono::steady_clock;

    void run();
    Verdict look(); // with m_mutex held

    const std::filesystem::path m_port;
    const std::chrono::milliseconds m_stallLimit;
    const RunControl& m_caller;
    RunControl& m_uploader;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_finished = false;
    Verdict m_verdict = Verdict::Fine;
    Clock::time_point m_lastMove = Clock::now();
    int m_looksWithoutPort = 0;
    std::thread m_thread;
};

}

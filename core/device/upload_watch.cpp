#include "device/upload_watch.h"

#include <system_error>

namespace broto {

namespace {

constexpr std::chrono::milliseconds interval(100);
constexpr int looksUntilGone = 3; // a port may blink while its board restarts

}

UploadWatch::UploadWatch(std::filesystem::path port, std::chrono::milliseconds stallLimit, const RunControl& caller,
                         RunControl& uploader)
    : m_port(std::move(port)), m_stallLimit(stallLimit), m_caller(caller), m_uploader(uploader), m_thread([this] {
          run();
      })
{
}

UploadWatch::~UploadWatch()
{
    finish();
}

void UploadWatch::moved()
{
    const std::lock_guard lock(m_mutex);
    m_lastMove = Clock::now();
}

UploadWatch::Verdict UploadWatch::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
    return m_verdict;
}

void UploadWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_finished && m_verdict == Verdict::Fine) {
        m_wake.wait_for(lock, interval);
        if (m_finished)
            return;
        m_verdict = look();
    }
    if (m_verdict != Verdict::Fine)
        m_uploader.cancel();
}

UploadWatch::Verdict UploadWatch::look()
{
    if (m_caller.stopRequested())
        return Verdict::Stopped;
    std::error_code ignored;
    m_looksWithoutPort = std::filesystem::exists(m_port, ignored) ? 0 : m_looksWithoutPort + 1;
    if (m_looksWithoutPort == looksUntilGone)
        return Verdict::BoardGone;
    return Clock::now() - m_lastMove > m_stallLimit ? Verdict::Stalled : Verdict::Fine;
}

}

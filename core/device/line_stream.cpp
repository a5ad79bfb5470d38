#include "device/line_stream.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace broto {

namespace {
constexpr std::chrono::milliseconds readLimit(20); ///< until what is to be sent is sent, and an end is seen
constexpr std::chrono::milliseconds writeLimit(1000);
constexpr double bitsPerByte = 10;
}

Result<std::unique_ptr<LineStream>> LineStream::open(const Port& port, int baud)
{
    Result<std::unique_ptr<Link>> link = openLink(port, baud);
    if (!link)
        return link.error();
    return std::make_unique<LineStream>(std::move(*link), baud);
}

LineStream::LineStream(std::unique_ptr<Link> link, int baud)
    : m_link(std::move(link)), m_slowestByte(bitsPerByte / baud), m_thread([this] { run(); })
{
}

LineStream::~LineStream()
{
    m_ending = true;
    m_thread.join();
}

std::vector<TimedLine> LineStream::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_lines, {});
}

std::vector<TimedLine> LineStream::waitForLines(std::chrono::milliseconds timeLimit)
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait_for(lock, timeLimit, [this] { return !m_lines.empty() || m_state.ended; });
    return std::exchange(m_lines, {});
}

void LineStream::send(std::string_view bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_toSend += bytes;
}

LineStream::State LineStream::state() const
{
    const std::scoped_lock lock(m_mutex);
    State state = m_state;
    state.silentSeconds = seconds() - m_lastByte;
    return state;
}

double LineStream::seconds() const
{
    return std::chrono::duration<double>(Clock::now() - m_begin).count();
}

void LineStream::run()
{
    while (!m_ending) {
        const Result<void> exchanged = exchange();
        if (exchanged)
            continue;
        {
            const std::scoped_lock lock(m_mutex);
            m_state.ended = exchanged.error();
        }
        m_arrived.notify_one();
        return;
    }
}

Result<void> LineStream::exchange()
{
    std::string toSend;
    {
        const std::scoped_lock lock(m_mutex);
        toSend.swap(m_toSend);
    }
    if (!toSend.empty()) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(toSend.data());
        if (const Result<void> sent = m_link->write({bytes, toSend.size()}, writeLimit); !sent)
            return sent;
    }
    std::array<std::uint8_t, 4096> bytes;
    const Result<std::size_t> count = m_link->read(bytes, readLimit);
    if (!count)
        return count.error();
    // What comes in one piece came byte by byte, at the latest since the last piece.
    const double now = seconds();
    const double perByte = *count ? std::min(m_slowestByte, (now - m_lastRead) / static_cast<double>(*count)) : 0;
    if (*count > 0)
        m_lastRead = now;
    std::vector<TimedLine> lines;
    m_reader.take(std::span(bytes).first(*count), now, lines, perByte);
    if (*count > 0 || !lines.empty())
        hand(*count, std::move(lines));
    return {};
}

void LineStream::hand(std::size_t bytes, std::vector<TimedLine> lines)
{
    const bool any = !lines.empty();
    {
        const std::scoped_lock lock(m_mutex);
        m_lines.insert(m_lines.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
        if (m_lines.size() > mostWaiting) {
            const std::size_t lost = m_lines.size() - mostWaiting / 2;
            m_lines.erase(m_lines.begin(), m_lines.begin() + static_cast<std::ptrdiff_t>(lost));
            m_state.lost += lost;
        }
        m_state.bytes += bytes;
        m_state.frames = m_reader.frames();
        m_state.tooLong = m_reader.tooLongLines();
        m_state.unfinished = m_reader.unfinished();
        m_lastByte = m_lastRead;
    }
    if (any)
        m_arrived.notify_one();
}

}

#include "device/frame_line.h"

#include <algorithm>

namespace broto {

namespace {

struct ByteSink {
    std::vector<std::uint8_t> bytes;
    void write(std::uint8_t byte) { bytes.push_back(byte); }
};

constexpr std::size_t mostAtOnce = 512;

}

FrameLine::FrameLine(std::unique_ptr<Link> link, std::uint16_t lastId)
    : m_link(std::move(link)),
      m_lastId(lastId),
      m_payload(runtime::largestPayload),
      m_decoder(m_payload.data(), static_cast<std::uint16_t>(m_payload.size()))
{
}

Result<std::size_t> FrameLine::send(std::uint16_t id, std::uint8_t type, std::span<const std::uint8_t> payload)
{
    if (payload.size() > runtime::largestPayload)
        return message("device.row-too-long", BROTO_TEXT("core", "A row of %1 bytes does not fit into one frame."),
                       payload.size());
    ByteSink frame;
    runtime::writeFrame(frame, id, type, payload.data(), static_cast<std::uint16_t>(payload.size()));
    if (const auto written = m_link->write(frame.bytes, std::chrono::milliseconds(1500)); !written)
        return written.error();
    return frame.bytes.size();
}

Result<std::optional<BoardFrame>> FrameLine::receive(Link::TimePoint deadline)
{
    using std::chrono::milliseconds;
    for (bool isFirst = true;; isFirst = false) {
        if (std::optional<BoardFrame> frame = nextFrame())
            return frame;
        const auto left = std::chrono::ceil<milliseconds>(deadline - now());
        if (left <= milliseconds(0) && !isFirst)
            return std::optional<BoardFrame>();
        m_arrived.resize(mostAtOnce);
        m_place = 0;
        const auto received = m_link->read(m_arrived, std::max(left, milliseconds(0)));
        m_arrived.resize(received ? *received : 0);
        if (!received)
            return received.error();
        m_heardSomething = m_heardSomething || *received > 0;
    }
}

std::optional<BoardFrame> FrameLine::nextFrame()
{
    while (m_place < m_arrived.size())
        if (m_decoder.accept(m_arrived[m_place++]) == runtime::FrameDecoder::frame)
            return BoardFrame{
                m_decoder.id(), m_decoder.type(), {m_payload.begin(), m_payload.begin() + m_decoder.length()}};
    return std::nullopt;
}

std::size_t bytesOnLine(std::size_t payloadBytes)
{
    const std::size_t body = payloadBytes + runtime::frameOverhead;
    return body + body / 254 + 3;
}

}

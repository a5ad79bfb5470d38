#include "device/line_reader.h"

#include "runtime/frame.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broto {

namespace {

/// Longer than that nothing is between two zeros of the protocol: COBS adds one byte to 254.
constexpr std::size_t longestEncodedFrame = 32766 + 32766 / 254 + 2;
/// A board is silent for so long within no frame.
constexpr double silenceInFrame = 0.05;

/// The third byte of what COBS stands for, a frame's type; 0 while it is not there.
std::uint8_t encodedType(std::span<const std::uint8_t> encoded)
{
    std::array<std::uint8_t, 3> head = {};
    std::size_t count = 0;
    for (std::size_t block = 0; block < encoded.size() && count < head.size();) {
        const std::size_t next = block + encoded[block];
        for (std::size_t i = block + 1; i < std::min(next, encoded.size()) && count < head.size(); ++i)
            head[count++] = encoded[i];
        if (next < encoded.size() && encoded[block] != 255 && count < head.size())
            head[count++] = 0;
        block = next;
    }
    return count < head.size() ? 0 : head[2];
}

/// Names each, so that the compiler asks for one that is new.
bool isRequest(std::uint8_t type)
{
    switch (static_cast<runtime::FrameType>(type)) {
    case runtime::helloFrame:
    case runtime::inferFrame:
    case runtime::sampleFrame:
    case runtime::layerFrame:
    case runtime::benchFrame:
    case runtime::selfTestFrame:
    case runtime::windowFrame:
    case runtime::senseFrame:
        return true;
    case runtime::answerBit:
    case runtime::errorFrame:
        break;
    }
    return false;
}

bool isTypeOfFrame(std::uint8_t type)
{
    return type == runtime::errorFrame || isRequest(type & static_cast<std::uint8_t>(~runtime::answerBit));
}

/// Whether these bytes may be the beginning of a frame behind its zero.
bool mayBeFrame(std::span<const std::uint8_t> encoded)
{
    constexpr std::size_t enoughForType = 5;
    return encoded.size() <= longestEncodedFrame &&
           (encoded.size() < enoughForType || isTypeOfFrame(encodedType(encoded)));
}

bool isFrame(std::span<const std::uint8_t> encoded)
{
    runtime::FrameDecoder decoder(nullptr, 0);
    for (const std::uint8_t byte : encoded)
        decoder.accept(byte);
    const runtime::FrameDecoder::Event event = decoder.accept(0);
    return event == runtime::FrameDecoder::frame || event == runtime::FrameDecoder::oversized;
}

}

void LineReader::take(std::span<const std::uint8_t> bytes, double seconds, std::vector<TimedLine>& lines,
                      double secondsPerByte)
{
    if (m_inFrame && seconds - m_lastSeconds > silenceInFrame)
        releaseHeld(m_lastSeconds, lines);
    if (bytes.empty())
        return;
    if (!m_whole && seconds - m_lastSeconds >= silenceBeforeLine) {
        m_line.clear();
        m_overlong = false;
        m_whole = true;
    }
    m_lastSeconds = seconds;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const double arrival = seconds - static_cast<double>(bytes.size() - 1 - i) * secondsPerByte;
        if (m_inFrame)
            takeInFrame(bytes[i], arrival, lines);
        else
            takeText(bytes[i], arrival, lines);
    }
}

void LineReader::takeText(std::uint8_t byte, double seconds, std::vector<TimedLine>& lines)
{
    const bool afterReturn = std::exchange(m_afterReturn, byte == '\r');
    if (byte == 0) {
        m_inFrame = true;
    } else if (byte == '\n' || byte == '\r') {
        if (byte == '\r' || !afterReturn)
            endLine(seconds, lines);
    } else if (m_line.size() < longestLine) {
        m_line += static_cast<char>(byte);
    } else {
        m_overlong = true;
    }
}

/// Behind a zero: until the next zero, or until it can be no frame.
void LineReader::takeInFrame(std::uint8_t byte, double seconds, std::vector<TimedLine>& lines)
{
    if (byte != 0) {
        m_held.push_back(byte);
        if (!mayBeFrame(m_held))
            releaseHeld(seconds, lines);
    } else if (!m_held.empty() && isFrame(m_held)) {
        ++m_frames;
        m_held.clear();
        m_inFrame = false;
    } else {
        releaseHeld(seconds, lines);
        m_inFrame = true; // this zero may be the one in front of a frame
    }
}

void LineReader::releaseHeld(double seconds, std::vector<TimedLine>& lines)
{
    m_inFrame = false;
    const std::vector<std::uint8_t> held = std::exchange(m_held, {});
    for (const std::uint8_t byte : held)
        takeText(byte, seconds, lines);
}

void LineReader::endLine(double seconds, std::vector<TimedLine>& lines)
{
    m_tooLong += m_overlong;
    if (m_whole && !m_overlong)
        lines.push_back({std::move(m_line), seconds});
    m_line.clear();
    m_overlong = false;
    m_whole = true;
}

}

#pragma once

#include "common/result.h"
#include "device/link.h"
#include "runtime/frame.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace broto {

/// A frame that a board has sent.
struct BoardFrame {
    std::uint16_t id = 0;
    std::uint8_t type = 0;
    std::vector<std::uint8_t> payload;

    bool isError() const { return type == runtime::errorFrame; }
    bool answers(std::uint8_t request) const { return type == (request | runtime::answerBit) || isError(); }
};

/// Frames over a link. Text, and frames that fail their CRC, are passed over; what lies on the line is never lost
/// between two calls. Ids go on from frame to frame, so that an answer is never taken for that of an earlier request.
class FrameLine {
public:
    FrameLine(std::unique_ptr<Link> link, std::uint16_t lastId);

    Link::TimePoint now() const { return m_link->now(); }
    std::uint16_t nextId() { return ++m_lastId; }
    std::uint16_t lastId() const { return m_lastId; }
    bool heardSomething() const { return m_heardSomething; } ///< even if it was no frame

    /// How many bytes went out.
    Result<std::size_t> send(std::uint16_t id, std::uint8_t type, std::span<const std::uint8_t> payload);

    /// Nothing: the time is over.
    Result<std::optional<BoardFrame>> receive(Link::TimePoint deadline);

private:
    std::optional<BoardFrame> nextFrame();

    std::unique_ptr<Link> m_link;
    std::uint16_t m_lastId;
    bool m_heardSomething = false;
    std::vector<std::uint8_t> m_payload;
    runtime::FrameDecoder m_decoder;
    std::vector<std::uint8_t> m_arrived; ///< and not looked at
    std::size_t m_place = 0;
};

/// How many bytes a request takes on the line: with its two edges and what COBS adds at the most.
std::size_t bytesOnLine(std::size_t payloadBytes);

}

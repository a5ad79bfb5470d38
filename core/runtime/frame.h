// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_FRAME_H
#define BROTO_RUNTIME_FRAME_H

// How bytes become frames on a serial line, on both sides of it (docs/protocol.md).
//
//     0x00  COBS( request id u16, type u8, payload, CRC-32 of all that )  0x00
//
// Fields are little-endian. COBS leaves no zero inside, so a zero always is a frame's edge and a receiver that has lost
// its place finds it again at the next one.

#include "flash.h"

namespace broto {
namespace runtime {

enum { protocolVersion = 1 };

/// What a frame asks for. Its answer bears the same id and this type + answerBit, or the type errorFrame.
enum FrameType {
    helloFrame = 0x01,    ///< who are you?
    inferFrame = 0x02,    ///< answer one row
    sampleFrame = 0x03,   ///< one reading of a stream; without one, forget all readings
    layerFrame = 0x04,    ///< the activations of one hidden layer for one row
    benchFrame = 0x05,    ///< answer one row many times and tell how long that took
    selfTestFrame = 0x06, ///< run the golden rows
    windowFrame = 0x07,   ///< the features of the last full window
    senseFrame = 0x08,    ///< read the board's own sensors, and answer what they give
    answerBit = 0x80,
    errorFrame = 0xff ///< payload: FrameError u8, detail u16
};

/// Why a request has no answer. In brackets: the detail that goes with it.
enum FrameError {
    unknownTypeError = 1,  ///< this firmware has no such request [the type]
    notSupportedError = 2, ///< this model has no such thing [the type]
    wrongLengthError = 3,  ///< the payload is too short or too long [bytes it should have]
    tooLongError = 4,      ///< longer than the board's buffer [bytes a payload may have]
    noSuchLayerError = 5,  ///< [hidden layers there are]
    rowRefusedError = 6,   ///< a value is missing and nothing stands for it [which feature]
    noWindowError = 7      ///< no window has been full since the last restart [readings missing]
};

/// Bits of the flags in the answers to HELLO and INFER. Times are in cycles, in instructions, or else in microseconds.
enum FrameFlag {
    floatOutputsFlag = 1,
    classificationFlag = 2,
    ticksAreCyclesFlag = 4,
    ticksAreInstructionsFlag = 8,
    sensorsFlag = 16 ///< the firmware has sensors to read: SENSE
};

enum {
    frameHead = 3,          ///< request id and type
    frameTail = 4,          ///< CRC-32
    frameOverhead = 7,      ///< both
    largestPayload = 32000, ///< of any frame
    helloFixedBytes = 23,   ///< the answer to HELLO in front of its names, each of which has a length in front
    helloStreamBytes = 5,   ///< behind its names
    inferFixedBytes = 7,    ///< the answer to INFER without its outputs
    sampleFixedBytes = 2    ///< the answer to SAMPLE in front of the answer to a full window
};

// A nibble at a time: 64 bytes of table instead of 1,024.
static const int32_t crcOfNibble[16] BROTO_FLASH = {
    static_cast<int32_t>(0x00000000u), static_cast<int32_t>(0x1db71064u), static_cast<int32_t>(0x3b6e20c8u),
    static_cast<int32_t>(0x26d930acu), static_cast<int32_t>(0x76dc4190u), static_cast<int32_t>(0x6b6b51f4u),
    static_cast<int32_t>(0x4db26158u), static_cast<int32_t>(0x5005713cu), static_cast<int32_t>(0xedb88320u),
    static_cast<int32_t>(0xf00f9344u), static_cast<int32_t>(0xd6d6a3e8u), static_cast<int32_t>(0xcb61b38cu),
    static_cast<int32_t>(0x9b64c2b0u), static_cast<int32_t>(0x86d3d2d4u), static_cast<int32_t>(0xa00ae278u),
    static_cast<int32_t>(0xbdbdf21cu)};

/// CRC-32 as in zip and Ethernet, one byte further. Start with crcStart; what is sent is the complement.
BROTO_ONCE inline uint32_t crcWith(uint32_t crc, uint8_t byte)
{
    crc = (crc >> 4) ^ static_cast<uint32_t>(fromFlash(crcOfNibble + ((crc ^ byte) & 15)));
    return (crc >> 4) ^ static_cast<uint32_t>(fromFlash(crcOfNibble + ((crc ^ (byte >> 4)) & 15)));
}

static const uint32_t crcStart = 0xffffffffu;
static const uint32_t crcOfWhole = 0xdebb20e3u; ///< what every message followed by its own CRC comes to

inline void putNumber(uint8_t* place, uint32_t number, uint8_t bytes)
{
    for (uint8_t i = 0; i < bytes; ++i, number >>= 8)
        place[i] = static_cast<uint8_t>(number);
}

inline uint32_t numberAt(const uint8_t* place, uint8_t bytes)
{
    uint32_t number = 0;
    while (bytes > 0)
        number = number << 8 | place[--bytes];
    return number;
}

/// The bytes of a frame before COBS, wherever they lie.
struct FrameBody {
    uint8_t head[frameHead];
    uint8_t tail[frameTail];
    const uint8_t* payload;
    uint16_t length;

    uint8_t at(uint16_t i) const
    {
        if (i < frameHead)
            return head[i];
        i = static_cast<uint16_t>(i - frameHead);
        return i < length ? payload[i] : tail[i - length];
    }
};

/// Sends a frame to anything with `void write(uint8_t)`. length <= largestPayload.
template<typename Sink>
BROTO_ONCE void writeFrame(Sink& sink, uint16_t id, uint8_t type, const uint8_t* payload, uint16_t length)
{
    FrameBody body;
    body.payload = payload;
    body.length = length;
    putNumber(body.head, id, 2);
    body.head[2] = type;
    sink.write(0); // on its way while the CRC is computed
    uint32_t crc = crcStart;
    for (uint8_t i = 0; i < frameHead; ++i)
        crc = crcWith(crc, body.head[i]);
    for (uint16_t i = 0; i < length; ++i)
        crc = crcWith(crc, payload[i]);
    putNumber(body.tail, ~crc, 4);

    const uint16_t size = static_cast<uint16_t>(length + frameOverhead);
    for (uint16_t place = 0; place <= size;) { // as if one more zero stood behind the last byte
        uint8_t run = 0;
        while (run < 254 && place + run < size && body.at(static_cast<uint16_t>(place + run)) != 0)
            ++run;
        sink.write(static_cast<uint8_t>(run + 1));
        for (uint8_t i = 0; i < run; ++i)
            sink.write(body.at(place++));
        if (run < 254)
            ++place;
        else if (place == size)
            break;
    }
    sink.write(0);
}

/// Takes a stream apart, byte by byte, into a buffer of the caller's. Lengths come from the edges of a frame alone, so
/// there is none to trust; what does not fit is counted and checked, but not kept.
class FrameDecoder {
public:
    enum Event {
        nothing,   ///< more bytes are needed
        frame,     ///< id(), type(), and length() bytes in the buffer
        oversized, ///< id() and type() of a frame whose payload does not fit; the buffer holds its beginning
        garbage    ///< what lay between two zeros is no frame
    };

    FrameDecoder(uint8_t* payload, uint16_t capacity)
        : m_payload(payload), m_capacity(capacity), m_id(0), m_type(0), m_size(0)
    {
        restart();
    }

    Event accept(uint8_t byte)
    {
        if (byte == 0)
            return atEdge();
        if (m_left > 0) {
            --m_left;
            take(byte);
        } else {
            if (m_zeroIsDue)
                take(0);
            m_left = static_cast<uint8_t>(byte - 1);
            m_zeroIsDue = byte != 255;
        }
        m_started = true;
        return nothing;
    }

    /// Forgets a frame that has begun.
    void restart()
    {
        m_count = 0;
        m_left = 0;
        m_zeroIsDue = false;
        m_started = false;
        m_crc = crcStart;
    }

    uint16_t id() const { return m_id; }
    uint8_t type() const { return m_type; }
    uint16_t length() const { return static_cast<uint16_t>(m_size - frameOverhead); } ///< of the payload

private:
    Event atEdge()
    {
        const bool started = m_started;
        const bool whole = m_left == 0 && m_count >= frameOverhead && m_count < endless && m_crc == crcOfWhole;
        m_size = m_count;
        restart();
        if (!started)
            return nothing;
        return !whole ? garbage : length() > m_capacity ? oversized : frame;
    }

    void take(uint8_t byte)
    {
        m_crc = crcWith(m_crc, byte);
        if (m_count == 0)
            m_id = byte;
        else if (m_count == 1)
            m_id = static_cast<uint16_t>(m_id | static_cast<uint16_t>(byte) << 8);
        else if (m_count == 2)
            m_type = byte;
        else if (m_count - frameHead < m_capacity)
            m_payload[m_count - frameHead] = byte;
        if (m_count < endless)
            ++m_count;
    }

    enum { endless = 32767 }; ///< no frame is as long

    uint8_t* m_payload;
    uint16_t m_capacity;
    uint16_t m_id;
    uint8_t m_type;
    uint16_t m_size;  ///< of the last whole body
    uint16_t m_count; ///< bytes of this body so far
    uint8_t m_left;   ///< bytes until the next COBS code
    bool m_zeroIsDue; ///< the block before ended in a zero
    bool m_started;
    uint32_t m_crc;
};

} // namespace runtime
} // namespace broto

#endif

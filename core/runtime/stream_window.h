// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_STREAM_WINDOW_H
#define BROTO_RUNTIME_STREAM_WINDOW_H

// The latest readings of a stream of sensors, and when a window of them is complete.

#include "input_int8.h"

namespace broto {
namespace runtime {

/// What became of a reading.
enum StreamEvent {
    streamNeedsMore,  ///< no window is complete yet
    streamWindowFull, ///< the last `length` readings are a window
    streamRestarted ///< a value was missing or infinite: a window never holds such a reading, the next one begins anew
};

/// What becomes of a reading that lacks the value of a channel (NaN).
enum StreamMissing {
    restartsStream, ///< windows begin anew behind it
    isFilled,       ///< StreamFill::value stands for it
    isLastValue     ///< the value before it does, if there is one since the stream was restarted
};

struct StreamFill {
    float value;
    uint8_t missing; ///< StreamMissing
};

/// The readings of one channel in a full window, the oldest first.
class StreamWindow {
public:
    StreamWindow(const float* values, uint16_t length, uint16_t oldest)
        : m_values(values), m_length(length), m_oldest(oldest)
    {
    }

    uint16_t length() const { return m_length; }

    float operator[](uint16_t i) const
    {
        const uint16_t place = static_cast<uint16_t>(m_oldest + i);
        return m_values[place < m_length ? place : place - m_length];
    }

private:
    const float* m_values;
    uint16_t m_length;
    uint16_t m_oldest;
};

/// A ring of `length` readings of `channels` values each, in a buffer of the caller's (4 bytes a value). A window is
/// complete after the first `length` readings and after every `stride` more. 1 <= length < 32768, stride >= 1.
class StreamRing {
public:
    /// A constant expression, so that a ring of a program's own costs no code before its start.
    constexpr StreamRing(float* values, uint8_t channels, uint16_t length, uint16_t stride)
        : m_values(values),
          m_length(length),
          m_stride(stride),
          m_next(0),
          m_due(length),
          m_channels(channels),
          m_empty(true)
    {
    }

    /// Puts in what stands for the missing values of a reading. `fills` has one a channel, in flash.
    void fill(const StreamFill* fills, float* reading) const
    {
        const uint16_t last = static_cast<uint16_t>(m_next == 0 ? m_length - 1 : m_next - 1);
        for (uint8_t c = 0; c < m_channels; ++c, ++fills) {
            if (!isMissing(bitsOf(reading[c])))
                continue;
            const uint8_t missing = fromFlash(&fills->missing);
            if (missing == isFilled)
                reading[c] = fromFlash(&fills->value);
            else if (missing == isLastValue && !m_empty)
                reading[c] = m_values[static_cast<size_t>(c) * m_length + last];
        }
    }

    StreamEvent push(const float* reading)
    {
        for (uint8_t c = 0; c < m_channels; ++c) {
            if (!isFinite(reading[c])) {
                restart();
                return streamRestarted;
            }
        }
        float* place = m_values + m_next;
        for (uint8_t c = 0; c < m_channels; ++c, place += m_length)
            *place = reading[c];
        m_empty = false;
        if (++m_next == m_length)
            m_next = 0;
        if (m_due == 0)
            m_due = m_stride;
        return --m_due == 0 ? streamWindowFull : streamNeedsMore;
    }

    /// Forgets all readings.
    void restart()
    {
        m_next = 0;
        m_due = m_length;
        m_empty = true;
    }

    /// How many readings are missing from the next window; 0 right after one is complete.
    uint16_t due() const { return m_due; }
    uint8_t channels() const { return m_channels; }

    /// While due() is 0.
    StreamWindow window(uint8_t channel) const
    {
        return StreamWindow(m_values + static_cast<size_t>(channel) * m_length, m_length, m_next);
    }

private:
    static bool isFinite(float value) { return (bitsOf(value) & 0x7f800000u) != 0x7f800000u; }

    float* m_values; ///< channel by channel
    uint16_t m_length;
    uint16_t m_stride;
    uint16_t m_next; ///< where the next reading goes: when the ring is full, the place of the oldest
    uint16_t m_due;
    uint8_t m_channels;
    bool m_empty; ///< no reading since the last restart
};

} // namespace runtime
} // namespace broto

#endif

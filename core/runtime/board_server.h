// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_BOARD_SERVER_H
#define BROTO_RUNTIME_BOARD_SERVER_H

// The board's side of docs/protocol.md: answers frames from the workbench and lines from a person over one serial port.
//
// RAM: one buffer, sized at compile time by the largest of a row with its frame, an answer with its outputs (and with
// the row, where the board reads it itself) and the answer to HELLO (100 bytes); the raw outputs; about 60 bytes of
// state. Nothing grows at run time.
//
// Model is the struct of that name in an exported header, or the one of model_image.h. Io is the board:
//     enum { receiveBuffer };        // bytes it can hold while it computes
//     int read();                    // the next byte, -1 when there is none
//     void write(uint8_t byte);
//     uint32_t milliseconds();
//     void startTicks();             // what lies between the two calls is what is measured
//     uint32_t ticks();
//     uint8_t tickUnit() const;      // ticksAreCyclesFlag, ticksAreInstructionsFlag, or 0: microseconds
//     uint32_t clockHz();            // 0 when unknown
//     const char* boardName();       // a text in flash
// Sensors is NoSensors, or has the same members (resources/firmware/arduino/sensors.h.in).

#include "board_text.h"
#include "frame.h"

namespace broto {
namespace runtime {

template<typename Model, typename Io, typename Sensors = NoSensors>
class BoardServer {
public:
    explicit BoardServer(Io& io)
        : m_io(io), m_text(io), m_decoder(m_buffer.bytes, capacity), m_lastByteAt(0), m_inFrames(false)
    {
    }

    /// Once, when the serial port is open.
    void begin() { m_text.greet(); }

    /// Handles what has arrived. To be called from the main loop, which may do other things besides.
    void poll()
    {
        for (int byte = m_io.read(); byte >= 0; byte = m_io.read())
            accept(static_cast<uint8_t>(byte));
        if (m_inFrames && m_io.milliseconds() - m_lastByteAt > silence)
            leaveFrames();
    }

private:
    typedef typename Model::Raw Raw;
    enum {
        silence = 50, // milliseconds after which a half frame was none
        longestModelName = 47,
        longestBoardName = 23,
        rowRequest = 4 * Model::featureCount + 2, // a row, and a layer or a number of repetitions
        readingBytes = 4 * Model::channelCount,
        sampleAnswer = sampleFixedBytes + inferFixedBytes + 4 * Model::outputCount,
        helloAnswer = helloFixedBytes + longestModelName + longestBoardName + 2 + helloStreamBytes,
        sensedBytes = Model::channelCount > 0 ? static_cast<int>(readingBytes) : 4 * Model::featureCount,
        senseAnswer = Sensors::areThere ? static_cast<int>(sensedBytes) + static_cast<int>(sampleAnswer) : 0,
        largerOfTwo = static_cast<int>(rowRequest) > static_cast<int>(sampleAnswer) ? static_cast<int>(rowRequest)
                                                                                    : static_cast<int>(sampleAnswer),
        largerOfThree = static_cast<int>(largerOfTwo) > static_cast<int>(senseAnswer) ? static_cast<int>(largerOfTwo)
                                                                                      : static_cast<int>(senseAnswer),
        capacity = static_cast<int>(largerOfThree) > static_cast<int>(helloAnswer) ? static_cast<int>(largerOfThree)
                                                                                   : static_cast<int>(helloAnswer)
    };
    static_assert(static_cast<long>(capacity) <= static_cast<long>(largestPayload), "too many features for one frame");

    static uint16_t rowBytes() { return static_cast<uint16_t>(4 * Model::rowLength()); }
    static uint16_t answerBytes() { return static_cast<uint16_t>(inferFixedBytes + 4 * Model::answerLength()); }

    void accept(uint8_t byte)
    {
        if (m_inFrames) {
            m_lastByteAt = m_io.milliseconds();
            const FrameDecoder::Event event = m_decoder.accept(byte);
            if (event == FrameDecoder::frame || event == FrameDecoder::oversized) {
                answerFrame(event == FrameDecoder::oversized);
                leaveFrames();
            }
        } else if (byte == 0) {
            m_inFrames = true;
            m_lastByteAt = m_io.milliseconds();
            m_text.restart();
        } else {
            m_text.accept(byte, m_buffer.row, m_raw);
        }
    }

    void leaveFrames()
    {
        m_inFrames = false;
        m_decoder.restart();
    }

    void answerFrame(bool oversized)
    {
        const uint8_t type = m_decoder.type();
        if (type & answerBit)
            return; // an echo of our own answer: two boards wired together must not talk for ever
        if (oversized)
            return refuse(tooLongError, capacity);
        if (Sensors::areThere && type == senseFrame)
            return answerSense();
        switch (type) {
        case helloFrame:
            return answerHello();
        case inferFrame:
            return answerInfer();
        case layerFrame:
            return answerLayer();
        case benchFrame:
            return answerBench();
        case selfTestFrame:
            m_buffer.bytes[0] = Model::selfTest() ? 1 : 0;
            return send(m_buffer.bytes, 1);
        case sampleFrame:
            return Model::channelCount > 0 ? answerSample() : refuse(notSupportedError, type);
        case windowFrame:
            return Model::channelCount > 0 ? answerWindow() : refuse(notSupportedError, type);
        default:
            return refuse(unknownTypeError, type);
        }
    }

    void send(const uint8_t* payload, uint16_t length)
    {
        writeFrame(m_io, m_decoder.id(), static_cast<uint8_t>(m_decoder.type() | answerBit), payload, length);
    }

    void refuse(FrameError error, uint16_t detail)
    {
        m_buffer.bytes[0] = static_cast<uint8_t>(error);
        putNumber(m_buffer.bytes + 1, detail, 2);
        writeFrame(m_io, m_decoder.id(), errorFrame, m_buffer.bytes, 3);
    }

    uint8_t flags() const
    {
        return static_cast<uint8_t>((Model::isFloat ? floatOutputsFlag : 0) |
                                    (Model::classifies() ? classificationFlag : 0) |
                                    (Sensors::areThere ? sensorsFlag : 0) | m_io.tickUnit());
    }

    void answerHello()
    {
        uint8_t* place = m_buffer.bytes;
        *place++ = protocolVersion;
        putNumber(place, static_cast<uint32_t>(Model::id()), 4);
        putNumber(place + 4, static_cast<uint32_t>(Model::id() >> 32), 4);
        putNumber(place + 8, m_io.clockHz(), 4);
        putNumber(place + 12, Model::rowLength(), 2);
        putNumber(place + 14, Model::answerLength(), 2);
        place[16] = static_cast<uint8_t>(Model::depth() + 1);
        place[17] = flags();
        putNumber(place + 18, static_cast<uint32_t>(capacity) + frameOverhead, 2);
        putNumber(place + 20, Io::receiveBuffer, 2);
        place = putName(place + 22, Model::name(), longestModelName);
        place = putName(place, m_io.boardName(), longestBoardName);
        *place++ = Model::channelCount;
        putNumber(place, Model::windowLength, 2);
        putNumber(place + 2, Model::windowStride, 2);
        place += 4;
        send(m_buffer.bytes, static_cast<uint16_t>(place - m_buffer.bytes));
    }

    static uint8_t* putName(uint8_t* place, const char* flashText, uint8_t longest)
    {
        uint8_t length = 0;
        for (char c = fromFlash(flashText); c != 0 && length < longest; c = fromFlash(++flashText))
            place[++length] = static_cast<uint8_t>(c);
        place[0] = length;
        return place + 1 + length;
    }

    /// The row at the beginning of the payload, if that is as long as it should be.
    bool takeRow(uint8_t bytesBehind)
    {
        const uint16_t due = static_cast<uint16_t>(rowBytes() + bytesBehind);
        if (m_decoder.length() != due) {
            refuse(wrongLengthError, due);
            return false;
        }
        takeFloats(Model::rowLength());
        return true;
    }

    /// From the bytes of the payload, in their place.
    void takeFloats(uint16_t count)
    {
        for (uint16_t i = 0; i < count; ++i) {
            union {
                uint32_t bits;
                float number;
            } both;
            both.bits = numberAt(m_buffer.bytes + 4 * i, 4);
            m_buffer.row[i] = both.number;
        }
    }

    /// The other way round.
    void putFloats(uint16_t count)
    {
        for (uint16_t i = 0; i < count; ++i)
            putNumber(m_buffer.bytes + 4 * i, bitsOf(m_buffer.row[i]), 4);
    }

    /// Runs the row. False: it was refused, and that has been sent.
    bool run(uint32_t& ticks, InputReport& report)
    {
        m_io.startTicks();
        report = Model::infer(m_buffer.row, m_raw);
        ticks = m_io.ticks();
        if (report.refused)
            refuse(rowRefusedError, report.feature);
        return !report.refused;
    }

    void answerInfer()
    {
        uint32_t ticks = 0;
        InputReport report;
        if (!takeRow(0) || !run(ticks, report))
            return;
        putAnswer(m_buffer.bytes, report, ticks);
        send(m_buffer.bytes, answerBytes());
    }

    void putAnswer(uint8_t* place, const InputReport& report, uint32_t ticks) const
    {
        place[0] = flags();
        putNumber(place + 1, report.outOfRange, 2);
        putNumber(place + 3, ticks, 4);
        for (uint16_t i = 0; i < Model::answerLength(); ++i)
            putNumber(place + inferFixedBytes + 4 * i, bitsOfRaw(m_raw[i]), 4);
    }

    void answerSample()
    {
        if (m_decoder.length() == 0) {
            Model::restart();
        } else {
            if (m_decoder.length() != readingBytes)
                return refuse(wrongLengthError, readingBytes);
            takeFloats(Model::channelCount);
            if (takeReading(0))
                return;
        }
        sendDue(0);
    }

    /// Behind `before` bytes that are in the buffer.
    void sendDue(uint16_t before)
    {
        putNumber(m_buffer.bytes + before, Model::due(), 2);
        send(m_buffer.bytes, static_cast<uint16_t>(before + sampleFixedBytes));
    }

    /// True: a window was full, and its answer has been sent, behind the reading's first `before` bytes. Its time is
    /// that of the features and of the network.
    bool takeReading(uint16_t before)
    {
        InputReport report = {0, 0, 0};
        m_io.startTicks();
        const bool isFull = Model::push(m_buffer.row);
        if (isFull)
            report = Model::infer(Model::window(), m_raw);
        const uint32_t ticks = m_io.ticks();
        if (!isFull)
            return false;
        if (report.refused) {
            refuse(rowRefusedError, report.feature);
            return true;
        }
        if (before > 0)
            putFloats(Model::channelCount);
        putNumber(m_buffer.bytes + before, 0, sampleFixedBytes);
        putAnswer(m_buffer.bytes + before + sampleFixedBytes, report, ticks);
        send(m_buffer.bytes, static_cast<uint16_t>(before + sampleFixedBytes + answerBytes()));
        return true;
    }

    /// What the sensors give now, and the answer to that.
    void answerSense()
    {
        Sensors::read(m_buffer.row);
        if (Model::channelCount > 0)
            return answerSensedReading();
        uint32_t ticks = 0;
        InputReport report;
        if (!run(ticks, report))
            return;
        putFloats(Model::rowLength());
        putAnswer(m_buffer.bytes + rowBytes(), report, ticks);
        send(m_buffer.bytes, static_cast<uint16_t>(rowBytes() + answerBytes()));
    }

    void answerSensedReading()
    {
        if (takeReading(readingBytes))
            return;
        putFloats(Model::channelCount);
        sendDue(readingBytes);
    }

    void answerWindow()
    {
        if (Model::due() != 0)
            return refuse(noWindowError, Model::due());
        const float* row = Model::window();
        for (uint16_t i = 0; i < Model::rowLength(); ++i)
            putNumber(m_buffer.bytes + 4 * i, bitsOf(row[i]), 4);
        send(m_buffer.bytes, rowBytes());
    }

    static uint32_t bitsOfRaw(int32_t raw) { return static_cast<uint32_t>(raw); }
    static uint32_t bitsOfRaw(float raw) { return bitsOf(raw); }

    void answerLayer()
    {
        if (Model::isFloat)
            return refuse(notSupportedError, layerFrame);
        if (!takeRow(1))
            return;
        const int8_t* values = 0;
        const uint16_t count = Model::hidden(m_buffer.bytes[rowBytes()], m_buffer.row, &values);
        if (count == 0)
            return refuseLayer();
        send(reinterpret_cast<const uint8_t*>(values), count);
    }

    /// The row is to blame, or else there is no such layer.
    void refuseLayer()
    {
        uint32_t ticks = 0;
        InputReport report;
        if (run(ticks, report))
            refuse(noSuchLayerError, Model::depth());
    }

    void answerBench()
    {
        if (!takeRow(2))
            return;
        const uint16_t repetitions = static_cast<uint16_t>(numberAt(m_buffer.bytes + rowBytes(), 2));
        uint32_t fastest = 0xffffffffu, slowest = 0, sum = 0;
        uint16_t done = 0;
        do {
            uint32_t ticks = 0;
            InputReport report;
            if (!run(ticks, report))
                return;
            if (ticks > 0xffffffffu - sum)
                break; // enough: the mean must not overflow
            sum += ticks;
            fastest = ticks < fastest ? ticks : fastest;
            slowest = ticks > slowest ? ticks : slowest;
        } while (++done < repetitions);
        m_buffer.bytes[0] = flags();
        putNumber(m_buffer.bytes + 1, fastest, 4);
        putNumber(m_buffer.bytes + 5, done > 0 ? sum / done : 0, 4);
        putNumber(m_buffer.bytes + 9, slowest, 4);
        send(m_buffer.bytes, 13);
    }

    Io& m_io;
    BoardText<Model, Io, Sensors> m_text;
    union {
        float row[Model::featureCount]; ///< aligned for machines that care
        uint8_t bytes[capacity];        ///< payloads, coming and going
    } m_buffer;
    Raw m_raw[Model::outputCount];
    FrameDecoder m_decoder;
    uint32_t m_lastByteAt;
    bool m_inFrames;
};

} // namespace runtime
} // namespace broto

#endif

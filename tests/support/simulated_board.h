#pragma once

#include "runtime/answer.h"
#include "runtime/board_server.h"
#include "runtime/sensor_pins.h"
#include "runtime/stream_features.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broto {

/// What a model has that takes rows and no readings.
struct HandMadeRows {
    enum { channelCount = 0, windowLength = 0, windowStride = 0 };
    static const char* channelName(std::uint8_t) { return ""; }
    static const char* channelUnit(std::uint8_t) { return ""; }
    static bool push(const float*) { return false; }
    static const float* window() { return nullptr; }
    static std::uint16_t due() { return 0; }
    static void restart() {}
};

/// A value without its fraction, whatever a line from outside has made of it.
inline std::int32_t wholePart(float value)
{
    return value > -1e9f && value < 1e9f ? static_cast<std::int32_t>(value) : 0;
}

/// A model small enough to be checked by hand: two features, the second may not be missing; one hidden layer of three.
struct HandMadeClassifier : HandMadeRows {
    typedef std::int32_t Raw;
    enum {
        featureCount = 2,
        outputCount = 2,
        hiddenLayerCount = 1,
        widestLayer = 3,
        isClassification = 1,
        isFloat = 0
    };
    static std::uint16_t rowLength() { return featureCount; }
    static std::uint16_t answerLength() { return outputCount; }
    static std::uint8_t depth() { return hiddenLayerCount; }
    static bool classifies() { return isClassification; }
    static std::uint64_t id() { return 0x0123456789abcdefULL; }
    static const char* name() { return "tea_ptq_int8"; }
    static const char* featureName(std::uint16_t i) { return i == 0 ? "temperature" : "time"; }
    static const char* featureUnit(std::uint16_t i) { return i == 0 ? "C" : ""; }
    static const char* outputName(std::uint16_t i) { return i == 0 ? "too weak, cold" : "good"; }
    static const char* outputUnit() { return ""; }
    static runtime::InputReport infer(const float* row, Raw* raw)
    {
        const bool missing = runtime::isMissing(runtime::bitsOf(row[1]));
        raw[0] = missing ? 0 : wholePart(100 - row[0]);
        raw[1] = missing ? 0 : wholePart(row[0] - row[1]);
        return {static_cast<std::uint8_t>(missing), 1, static_cast<std::uint16_t>(row[0] > 100)};
    }
    static std::uint16_t hidden(std::uint8_t layer, const float* row, const std::int8_t** values)
    {
        static std::int8_t activations[3];
        if (layer != 0 || runtime::isMissing(runtime::bitsOf(row[1])))
            return 0;
        for (int i = 0; i < 3; ++i)
            activations[i] = static_cast<std::int8_t>(wholePart(row[0]) + i);
        *values = activations;
        return 3;
    }
    static std::uint16_t largestOutput(const Raw* raw) { return runtime::largest(raw, outputCount); }
    static float value(const Raw* raw) { return static_cast<float>(raw[largestOutput(raw)]); }
    static bool selfTest() { return true; }
};

/// The same for a float32 regression.
struct HandMadeRegression : HandMadeRows {
    typedef float Raw;
    enum {
        featureCount = 1,
        outputCount = 1,
        hiddenLayerCount = 0,
        widestLayer = 1,
        isClassification = 0,
        isFloat = 1
    };
    static std::uint16_t rowLength() { return featureCount; }
    static std::uint16_t answerLength() { return outputCount; }
    static std::uint8_t depth() { return hiddenLayerCount; }
    static bool classifies() { return isClassification; }
    static std::uint64_t id() { return 7; }
    static const char* name() { return "wave_float"; }
    static const char* featureName(std::uint16_t) { return "phase"; }
    static const char* featureUnit(std::uint16_t) { return "rad"; }
    static const char* outputName(std::uint16_t) { return "wave height"; }
    static const char* outputUnit() { return "m"; }
    static runtime::InputReport infer(const float* row, Raw* raw)
    {
        raw[0] = row[0] / 2;
        return {0, 0, 0};
    }
    static std::uint16_t hidden(std::uint8_t, const float*, const std::int8_t**) { return 0; }
    static std::uint16_t largestOutput(const Raw*) { return 0; }
    static float value(const Raw* raw) { return raw[0]; }
    static bool selfTest() { return false; }
};

/// Windows of three readings of two channels, one each two readings; the features are the mean of the first channel and
/// the largest value of the second.
struct HandMadeStream : HandMadeClassifier {
    enum { channelCount = 2, windowLength = 3, windowStride = 2 };
    static const char* name() { return "tea_stream"; }
    static const char* channelName(std::uint8_t i) { return i == 0 ? "heat" : "light"; }
    static const char* channelUnit(std::uint8_t i) { return i == 0 ? "C" : ""; }
    static runtime::StreamRing& readings()
    {
        static float values[channelCount * windowLength];
        static runtime::StreamRing ring(values, channelCount, windowLength, windowStride);
        return ring;
    }
    static float* row()
    {
        static float values[featureCount];
        return values;
    }
    static bool push(const float* reading)
    {
        static const runtime::StreamFeature features[] = {{runtime::meanFeature, 0, 0, 0},
                                                          {runtime::maxFeature, 1, 0, 0}};
        static const runtime::StreamScales scales = {1.0f / 3, 0, 0};
        if (readings().push(reading) != runtime::streamWindowFull)
            return false;
        runtime::windowFeatures<1 << runtime::meanFeature | 1 << runtime::maxFeature>(readings(), features, 2, &scales,
                                                                                      nullptr, nullptr, row());
        return true;
    }
    static const float* window() { return row(); }
    static std::uint16_t due() { return readings().due(); }
    static void restart() { readings().restart(); }
};

/// What two pins of a board read that only exists in a test: the first value is half of one less 10; the second one
/// comes from no pin where the test says so.
struct HandMadeSensors {
    enum { areThere = 1 };
    static std::int32_t& reading()
    {
        static std::int32_t count = 200;
        return count;
    }
    static bool& hasSecond()
    {
        static bool value = true;
        return value;
    }
    static void read(float* values)
    {
        values[0] = runtime::sensorValue(reading(), 0.5f, -10);
        values[1] = hasSecond() ? runtime::sensorValue(reading(), 0.0275f, 0) : runtime::missingValue();
    }
    static void wire(std::int32_t count, bool second)
    {
        reading() = count;
        hasSecond() = second;
    }
    static const char* pinOf(std::uint16_t i) { return i == 0 ? "A0" : hasSecond() ? "A3" : ""; }
};

/// The clock and serial port of a board that only exists in a test.
struct SimulatedIo {
    enum { receiveBuffer = 63 };

    std::uint8_t unit = runtime::ticksAreCyclesFlag;

    std::deque<std::uint8_t> arriving;
    std::vector<std::uint8_t> sent;
    std::uint32_t now = 0;
    std::vector<std::uint32_t> durations = {1000}; ///< of the answers to come; the last one stays
    std::size_t measured = 0;

    int read()
    {
        if (arriving.empty())
            return -1;
        const int byte = arriving.front();
        arriving.pop_front();
        return byte;
    }
    void write(std::uint8_t byte) { sent.push_back(byte); }
    std::uint32_t milliseconds() const { return now; }
    void startTicks() {}
    std::uint32_t ticks() { return durations[std::min(measured++, durations.size() - 1)]; }
    std::uint8_t tickUnit() const { return unit; }
    std::uint32_t clockHz() const { return 16000000; }
    const char* boardName() const { return "Simulated Uno"; }
};

/// A board that answers in the same process.
template<class Model, class Sensors = runtime::NoSensors>
class SimulatedBoard {
public:
    SimulatedBoard() : m_server(io) {}

    void begin() { m_server.begin(); }
    void poll() { m_server.poll(); }

    /// What the board sends back for these bytes.
    std::vector<std::uint8_t> exchange(std::span<const std::uint8_t> bytes)
    {
        io.arriving.insert(io.arriving.end(), bytes.begin(), bytes.end());
        m_server.poll();
        return std::exchange(io.sent, {});
    }

    std::string say(std::string_view text)
    {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
        const std::vector<std::uint8_t> answer = exchange({bytes, text.size()});
        return std::string(answer.begin(), answer.end());
    }

    SimulatedIo io;

private:
    runtime::BoardServer<Model, SimulatedIo, Sensors> m_server;
};

struct ReceivedFrame {
    std::uint16_t id = 0;
    std::uint8_t type = 0;
    std::vector<std::uint8_t> payload;
    bool operator==(const ReceivedFrame&) const = default;
};

struct FrameBytes {
    std::vector<std::uint8_t> bytes;
    void write(std::uint8_t byte) { bytes.push_back(byte); }
};

inline std::vector<std::uint8_t> frameOf(std::uint16_t id, std::uint8_t type,
                                         std::span<const std::uint8_t> payload = {})
{
    FrameBytes sink;
    runtime::writeFrame(sink, id, type, payload.data(), static_cast<std::uint16_t>(payload.size()));
    return sink.bytes;
}

inline std::vector<ReceivedFrame> framesIn(std::span<const std::uint8_t> bytes)
{
    std::vector<std::uint8_t> buffer(std::min<std::size_t>(bytes.size(), runtime::largestPayload));
    runtime::FrameDecoder decoder(buffer.data(), static_cast<std::uint16_t>(buffer.size()));
    std::vector<ReceivedFrame> frames;
    for (const std::uint8_t byte : bytes)
        if (decoder.accept(byte) == runtime::FrameDecoder::frame)
            frames.push_back({decoder.id(), decoder.type(), {buffer.begin(), buffer.begin() + decoder.length()}});
    return frames;
}

}

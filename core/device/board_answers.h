#pragma once

#include "common/matrix.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace broto {

/// What a board measures its answers in. An emulator that knows no cycles counts instructions.
enum class TimeUnit { Microseconds, Cycles, Instructions };

/// What a board says of itself (HELLO of docs/protocol.md).
struct BoardHello {
    int protocolVersion = 0;
    std::uint64_t modelId = 0;
    std::string modelName;
    std::string boardName;
    std::uint32_t clockHz = 0;
    int inputs = 0; ///< features of a row in raw units
    int outputs = 0;
    int layers = 0;
    bool floatOutputs = false; ///< raw outputs are floats, not integers
    bool hasSensors = false;   ///< it can be asked what its own pins read
    int largestFrame = 0;
    int receiveBuffer = 0; ///< bytes it can hold while it computes
    int channels = 0;      ///< of a stream of readings; 0: the model takes rows
    int windowLength = 0;
    int windowStride = 0;
};

/// Whether two boards, or one before and after a break, run the same model and tell its answers in the same shape.
inline bool runsTheSame(const BoardHello& a, const BoardHello& b)
{
    const auto shape = [](const BoardHello& hello) {
        return std::tie(hello.modelId, hello.inputs, hello.outputs, hello.floatOutputs, hello.channels,
                        hello.windowLength, hello.windowStride);
    };
    return shape(a) == shape(b);
}

/// A board's answer to one row.
struct BoardAnswer {
    bool refused = false;
    int refusedFeature = 0;
    int outOfRange = 0;
    std::vector<std::int32_t> raw;
    std::vector<float> rawFloat;
    std::uint32_t time = 0; ///< of the answer alone
    TimeUnit timeUnit = TimeUnit::Microseconds;
};

/// A board's answer to one reading of a stream.
struct SampleAnswer {
    int due = 0;                       ///< readings until the next window
    std::optional<BoardAnswer> answer; ///< if this one has made a window full
};

/// What a board has read from its own sensors, and its answer to that.
struct SensedAnswer {
    std::vector<float> values;         ///< a row, or one reading of a stream; none where the answer is a refusal
    int due = 0;                       ///< of a stream: readings until the next window
    std::optional<BoardAnswer> answer; ///< nothing for a reading between two windows
};

/// Gets the answers of many rows, in the order of the rows.
using RowAnswered = std::function<void(Eigen::Index row, const BoardAnswer& answer)>;

}

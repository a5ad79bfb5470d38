#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/link.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace broto {

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
    int largestFrame = 0;
    int channels = 0; ///< of a stream of readings; 0: the model takes rows
    int windowLength = 0;
    int windowStride = 0;
};

/// A board's answer to one row.
struct BoardAnswer {
    bool refused = false;
    int refusedFeature = 0;
    int outOfRange = 0;
    std::vector<std::int32_t> raw;
    std::vector<float> rawFloat;
    std::uint32_t time = 0;    ///< of the answer alone
    bool timeInCycles = false; ///< else microseconds
};

/// A board's answer to one reading of a stream.
struct SampleAnswer {
    int due = 0;                       ///< readings until the next window
    std::optional<BoardAnswer> answer; ///< if this one has made a window full
};

/// The workbench's side of the protocol, over any link. Every request has an id and a time limit; an answer to another
/// request, a frame that fails its CRC and text are passed over. Never waits longer than its limit.
class BoardClient {
public:
    /// Waits for the board to come out of its reset: asks for HELLO until it answers, at most three seconds.
    static Result<BoardClient> connect(std::unique_ptr<Link> link, const RunControl& control = {});

    const BoardHello& hello() const { return m_hello; }

    Result<BoardAnswer> infer(std::span<const float> row);
    Result<std::vector<std::int8_t>> layer(int index, std::span<const float> row); ///< hidden activations, 0 the first
    Result<bool> selfTest();

    /// One reading. Asked once only, for a board that has heard it must not hear it again: nothing comes back where the
    /// answer is lost, and then the stream has to be restarted.
    Result<std::optional<SampleAnswer>> sample(std::span<const float> reading);
    Result<void> restartStream();            ///< forgets all readings
    Result<std::vector<float>> lastWindow(); ///< the features of the last full window
    Result<std::vector<std::uint32_t>> bench(int repetitions, std::span<const float> row); ///< fastest, mean, slowest

private:
    struct Reply {
        std::uint8_t type = 0;
        std::vector<std::uint8_t> payload;
    };

    explicit BoardClient(std::unique_ptr<Link> link);

    Result<void> greet(const RunControl& control);
    Result<BoardAnswer> answerOf(const Reply& reply, std::size_t answerAt) const;
    Result<Reply> request(std::uint8_t type, std::span<const std::uint8_t> payload,
                          std::chrono::milliseconds timeLimit); // asks again where an answer is lost
    Result<std::vector<std::uint8_t>> requestPayload(std::uint8_t type, std::span<const std::uint8_t> payload,
                                                     std::chrono::milliseconds timeLimit);
    Result<void> send(std::uint16_t id, std::uint8_t type, std::span<const std::uint8_t> payload);
    Result<std::optional<Reply>> receive(std::uint16_t id, std::uint8_t type, std::chrono::milliseconds timeLimit);

    std::unique_ptr<Link> m_link;
    BoardHello m_hello;
    std::uint16_t m_lastId = 0;
    bool m_heardSomething = false; ///< even if it was no frame
    std::vector<std::uint8_t> m_received;
};

}

#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "device/answer_waits.h"
#include "device/board_answers.h"
#include "device/frame_line.h"
#include "device/link.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace broto {

/// How a board is met.
struct Greeting {
    std::optional<std::uint16_t> lastId;      ///< of the line before this one: ids go on; else they begin anywhere
    std::chrono::milliseconds listenFirst{0}; ///< for so long nothing is said before the board has
    std::chrono::milliseconds limit{longestSilence}; ///< for so long it is asked who it is
};

/// The workbench's side of the protocol, over any link. Every request has an id and a time limit, and is repeated where
/// its answer is lost; an answer to another request, a frame that fails its CRC and text are passed over. No request
/// takes longer than `longestSilence`, which only bench() with an answer that is slow by itself may do.
class BoardClient {
public:
    /// Waits for the board to come out of its reset: asks for HELLO until it answers.
    static Result<BoardClient> connect(std::unique_ptr<Link> link, const RunControl& control = {},
                                       const Greeting& greeting = {});

    const BoardHello& hello() const { return m_hello; }
    std::uint16_t lastId() const { return m_line.lastId(); }

    Result<BoardAnswer> infer(std::span<const float> row);
    Result<std::vector<std::int8_t>> layer(int index, std::span<const float> row); ///< hidden activations, 0 the first
    Result<bool> selfTest();

    /// Many rows, as fast as the line carries them. Bytes that arrive while the board computes disturb its stopwatch:
    /// the times of these answers are no measurements. Stop ends it between two answers.
    Result<void> inferAll(const Matrix& rows, const RowAnswered& onAnswer, const RunControl& control = {});

    /// One reading. Asked once only, for a board that has heard it must not hear it again: nothing comes back where the
    /// answer is lost. Then readingsDue() tells whether the board has heard it, or else the stream has to be restarted.
    Result<std::optional<SampleAnswer>> sample(std::span<const float> reading);
    Result<void> restartStream();            ///< forgets all readings
    Result<int> readingsDue();               ///< until the next window; 0 right after a full one
    Result<std::vector<float>> lastWindow(); ///< the features of the last full window

    /// Lets the board read its own pins and answer that. Nothing comes back where the answer of a stream's board is
    /// lost: it may have heard the reading, so the stream has to be restarted.
    Result<std::optional<SensedAnswer>> sense();

    /// Ticks of the fastest answer, the mean and the slowest, of as many repetitions as fit into 20 s.
    Result<std::vector<std::uint32_t>> bench(int repetitions, std::span<const float> row);

private:
    BoardClient(std::unique_ptr<Link> link, std::uint16_t lastId);

    void listen(std::chrono::milliseconds timeLimit, const RunControl& control);
    Result<void> greet(std::chrono::milliseconds timeLimit, const RunControl& control);
    Result<BoardFrame> request(std::uint8_t type, std::span<const std::uint8_t> payload,
                               std::chrono::milliseconds firstWait);
    Result<std::optional<BoardFrame>> requestOnce(std::uint8_t type, std::span<const std::uint8_t> payload);
    Result<std::vector<std::uint8_t>> requestPayload(std::uint8_t type, std::span<const std::uint8_t> payload,
                                                     std::chrono::milliseconds firstWait);
    Result<std::optional<BoardFrame>> receive(std::uint16_t firstId, std::uint8_t type, Link::TimePoint deadline);

    FrameLine m_line;
    BoardHello m_hello;
    AnswerPace m_pace;
};

}

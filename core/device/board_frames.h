#pragma once

#include "common/result.h"
#include "device/board_answers.h"
#include "device/frame_line.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace broto {

/// A row as it travels: little-endian float32.
std::vector<std::uint8_t> rowPayload(std::span<const float> row);
std::vector<float> rowIn(std::span<const std::uint8_t> payload);

/// Nothing: the payload is no answer to HELLO.
std::optional<BoardHello> helloIn(std::span<const std::uint8_t> payload);

/// The name of the model in an answer to HELLO, which is at its place in every version of the protocol; empty if there
/// is none.
std::string modelNameIn(std::span<const std::uint8_t> payload);

/// What answers INFER, on a board that has said who it is. A row that it refuses is an answer too.
Result<BoardAnswer> inferAnswerIn(const BoardFrame& reply, const BoardHello& board);

/// What answers SAMPLE.
Result<SampleAnswer> sampleAnswerIn(const BoardFrame& reply, const BoardHello& board);

/// What answers SENSE.
Result<SensedAnswer> sensedAnswerIn(const BoardFrame& reply, const BoardHello& board);

/// Readings until the next window, from what answers WINDOW.
Result<int> readingsDueIn(const BoardFrame& reply);

/// The sentence for an error frame.
Message refusalIn(std::span<const std::uint8_t> payload);

/// The answer has arrived whole, and yet it is none to this request.
Message garbledAnswer();

/// No answer came in time.
Message boardIsSilent();

}

#pragma once

#include "common/result.h"
#include "device/board_client.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace broto {

/// A row as it travels: little-endian float32.
std::vector<std::uint8_t> rowPayload(std::span<const float> row);
std::vector<float> rowIn(std::span<const std::uint8_t> payload);

/// Nothing: the payload is no answer to HELLO.
std::optional<BoardHello> helloIn(std::span<const std::uint8_t> payload);

/// Nothing: the payload is no answer to INFER with as many outputs.
std::optional<BoardAnswer> answerIn(std::span<const std::uint8_t> payload, int outputs);

/// The sentence for an error frame.
Message refusalIn(std::span<const std::uint8_t> payload);

/// The feature that a board has refused a row for, if that is what an error frame says.
std::optional<int> refusedFeatureIn(std::span<const std::uint8_t> payload);

}

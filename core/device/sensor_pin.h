#pragma once

#include "boards/board.h"
#include "common/message.h"
#include "compression/deployable_model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broto {

/// Which pin of a board measures one of a model's values: value = factor * reading + offset, in the value's unit. A
/// reading is what analogRead gives.
struct SensorPin {
    std::string feature; ///< a feature of the model's rows, or a channel of its readings
    std::string pin;     ///< as the board names it: "A0"
    float factor = 1;
    float offset = 0;
    bool operator==(const SensorPin&) const = default;
};

/// What analogRead gives at most; 0 where a board has no analog pins.
std::int32_t largestReading(const Board& board);

/// What a board's pins can measure for a model, by name: the features of its rows, or the channels of its readings.
std::vector<std::string> sensedNames(const DeployableModel& model);

/// Why pins cannot be read for a model on a board: an unknown pin or feature, a feature twice, one of categories. Or
/// nothing.
std::optional<Message> problemWith(const std::vector<SensorPin>& pins, const DeployableModel& model,
                                   const Board& board);

/// The chosen ones for a model, and of those before the ones for what it does not take.
std::vector<SensorPin> withPins(std::vector<SensorPin> chosen, const std::vector<SensorPin>& before,
                                const DeployableModel& model);

/// Those that this model and this board have. The others wait for a model that has them again.
std::vector<SensorPin> usablePins(const std::vector<SensorPin>& pins, const DeployableModel& model, const Board& board);

}

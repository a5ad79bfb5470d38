#pragma once

#include "boards/board.h"
#include "compression/deployable_model.h"
#include "network/network.h"

namespace broto {

/// What one model costs on one board. Bytes of the model and its code alone: start-up code, drivers and serial
/// protocol are not counted.
struct CostEstimate {
    std::int64_t flashBytes = 0;
    std::int64_t ramBytes = 0;
    double cycles = 0;       ///< for one answer
    double microseconds = 0;
    double microjoules = 0;  ///< at the board's datasheet current
    bool fits = true;        ///< on the board
};

/// From the design alone, before any training.
CostEstimate estimateCost(const NetworkShape& shape, int features, Storage storage, const Board& board);
CostEstimate estimateCost(const DeployableModel& model, const Board& board);

}

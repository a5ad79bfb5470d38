#pragma once

#include "export/cost_estimate.h"

namespace broto {

/// Adds what telling the features of a window takes: flash, RAM without the row, and cycles.
void addStreamCost(CostEstimate& estimate, const Stream& stream, const Board& board);

}

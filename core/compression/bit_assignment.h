#pragma once

#include "compression/sensitivity.h"

#include <functional>
#include <vector>

namespace broto {

/// What bits for every layer cost, in whatever the budget is counted in: bytes of weights, of flash, time.
using BitCost = std::function<double(const std::vector<int>& layerBits)>;

struct BitAssignment {
    std::vector<int> layerBits;
    double cost = 0;
    double lossChange = 0; ///< to be expected: the sum of what the layers lose one by one; a gain by chance counts as 0
    bool withinBudget = true;
};

/// Gives each layer 8, 4 or 2 bits so that the cost stays within a budget with the least loss. Of equal losses the
/// lower cost wins, then more bits in the earlier layers. Where nothing is cheap enough it is the cheapest, and says
/// so.
///
/// All ways are tried: fewer than 20000 for the most layers that a network has, so the cost must be quick. What layers
/// lose together is only near to the sum; the model made of it (mixedOptions) has to be measured.
BitAssignment assignedBits(const Sensitivity& sensitivity, const BitCost& cost, double budget);

}

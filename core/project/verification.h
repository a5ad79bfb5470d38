#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/dataset.h"
#include "project/project.h"

#include <string>

namespace broto {

/// What came of training the project's network again, from the seed and settings stored with it.
struct Verification {
    std::string recordedInstructions; ///< of the processor; empty or "mixed" where no single set is known
    std::string usedInstructions;
    bool sameWeights = false; ///< bit for bit
    bool sameNumbers = false; ///< the curve, the best epoch and all metrics, to the last digit
    double recorded = 0;      ///< headlineOf the stored network
    double found = 0;         ///< and of the one trained again
    double tolerance = 0;     ///< in which these two have to agree where the last bits cannot

    /// Another set of instructions rounds sums in another order, and a training makes more of that with every step.
    bool comparableBits() const { return recordedInstructions == usedInstructions; }
    bool confirmed() const;
};

Result<Verification> verified(const Project& project, const Dataset& data, const RunControl& control = {},
                              const EpochObserver& observer = {});

}

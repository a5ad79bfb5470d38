#pragma once

#include "common/run_control.h"
#include "compression/codebook/weighted_values.h"

#include <vector>

namespace broto {

struct MeanShiftOptions {
    double bandwidth = 0.1; ///< how far a window reaches to either side, in deviations of all values; not below 0
    bool operator==(const MeanShiftOptions&) const = default;
};

/// The places where values are densest; from low to high.
///
/// A window stands on every value and moves to the mean of what it sees, all of it alike (a flat kernel), until it sees
/// the same as before: it has climbed to the top of its hill. Of tops that see one another the one with the most weight
/// in its window stays. How many there are follows from the bandwidth. The order of the values does not matter.
///
/// On a line windows never overtake one another, so all of them move in one sweep, and those that meet go on as one.
/// Takes about n steps a sweep, for tens of sweeps. Stopped, it gives the windows where they are.
std::vector<double> meanShiftCentres(const WeightedValues& values, const MeanShiftOptions& options = {},
                                     const RunControl& control = {});

}

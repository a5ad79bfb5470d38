#pragma once

#include "common/run_control.h"
#include "compression/codebook/weighted_values.h"

#include <vector>

namespace broto {

struct AutoCloudOptions {
    double threshold = 1.5; ///< m: how many sigmas from its mean a cloud takes values in; above 0
    bool operator==(const AutoCloudOptions&) const = default;
};

/// The means of the clouds that values form as they pass, one after another; from low to high.
///
/// A value joins every cloud in whose range it would lie if it belonged: at most m sigmas from the mean, both counted
/// with the value already in. One that joins none opens a new cloud. Two clouds that share more than half of the values
/// of one of them merge: the larger takes up what it does not hold yet. Every value counts once while clouds form;
/// weights count in the means that are returned. As in every method that sees values once, their order matters.
///
/// The phase change at the square root of two. The variance is a running one: variance * (n - 1) / n +
/// (value - mean)^2 / n, with the new mean. Let b come to a cloud of the one value a, a distance d away: the new mean
/// is d / 2 from b, the variance is half the square of that, and so b lies exactly sqrt(2) sigmas from the mean,
/// however near or far it is.
/// - m < sqrt(2): nothing but its equal ever joins a value, and each distinct value is a centre: nothing is grouped.
/// - m >= sqrt(2): a cloud of one value takes in whatever comes next, so that clouds grow and centres are few.
/// In the same way a cloud of n - 1 values refuses nothing as long as n <= m^2. From m = sqrt(3) on a new cloud takes
/// in the next two values; a large one that they join as well then shares two of its three, and they merge: of values
/// in no particular order a single cloud remains. So thresholds from 1.42 to 1.73 are the useful ones.
///
/// Takes about n * clouds steps. Stopped, it gives the clouds of the values that have passed.
std::vector<double> autoCloudCentres(const WeightedValues& values, const AutoCloudOptions& options = {},
                                     const RunControl& control = {});

}

#pragma once

#include "common/run_control.h"
#include "compression/codebook/weighted_values.h"

#include <vector>

namespace broto {

struct DbStreamOptions {
    double radius = 0.05;        ///< how far a micro-cluster reaches, in deviations of all values; above 0
    double keptPerValue = 1;     ///< what stays of all weights when one more value passes; 1: nothing fades
    double minimumShare = 0.001; ///< of all weight: a micro-cluster that has less at the end is noise
    double intersection = 0.3;   ///< share of their weight that two must have in common to hang together
    /// How often micro-clusters that have all but faded are dropped.
    int valuesBetweenCleanings = 1000;
    bool operator==(const DbStreamOptions&) const = default;
};

/// The middles of dense stretches, which may be of any length; from low to high.
///
/// Every value, once and in the order given, pulls the micro-clusters that it is within reach of towards itself, the
/// nearer the more, and adds to their weight; to two at once, to what they share as well. One within reach of none
/// starts another. No two ever come nearer than the radius. In the end those too light are left out, those that share
/// enough hang together, and a cluster's centre is the weighted mean of the centres of its micro-clusters. Values count
/// with their weight next to the average one.
///
/// Weights of a network come in no order of time, so nothing fades unless asked for.
///
/// On a line a value reaches two micro-clusters at most. Takes about n * log(micro-clusters) steps. Stopped, it gives
/// the clusters of the values that have passed.
std::vector<double> dbStreamCentres(const WeightedValues& values, const DbStreamOptions& options = {},
                                    const RunControl& control = {});

}

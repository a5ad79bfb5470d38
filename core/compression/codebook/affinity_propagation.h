#pragma once

#include "common/run_control.h"
#include "compression/codebook/weighted_values.h"

#include <cstddef>
#include <vector>

namespace broto {

struct AffinityOptions {
    /// How much of each message stays as it was in the round before, from 0.5 to below 1: against swinging to and fro.
    double damping = 0.9;
    /// What each exemplar costs, in medians of the squared distances between values; above 0. More gives fewer centres.
    double preference = 1;
    int mostRounds = 1000;
    bool operator==(const AffinityOptions&) const = default;
};

inline constexpr std::size_t mostAffinityValues = 1000;

/// The values that others choose to be represented by, their exemplars; from low to high. How many there are follows
/// from what each costs.
///
/// Every value tells every other how well that one would serve as its exemplar next to the best of the rest
/// (responsibility), and is told how many others have chosen that one already (availability), round after round, until
/// the exemplars have been the same for 100 rounds. A value counts with its weight; the order does not matter.
///
/// Every pair has its messages: memory and the time of a round grow with the square of the number of values. So more
/// than 1000 distinct values are first brought to 1000 that stand for runs of about equal weight (representatives), and
/// the exemplars are some of these. Stopped, or where the rounds do not suffice, it gives the exemplars of that moment.
std::vector<double> affinityCentres(const WeightedValues& values, const AffinityOptions& options = {},
                                    const RunControl& control = {});

}

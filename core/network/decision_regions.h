#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/dataset.h"
#include "network/network.h"

#include <utility>
#include <vector>

namespace broto {

/// Which two features are drawn against each other, and into how many cells a range of numbers is cut.
struct RegionChoice {
    std::size_t across = 0;
    std::size_t up = 0;
    int cells = 64;
    bool operator==(const RegionChoice&) const = default;
};

/// The values of a feature along one side of the picture: the middles of the first and the last cell, and how many
/// cells there are. Categories have a cell each.
struct RegionAxis {
    double first = 0;
    double last = 0;
    int cells = 0;

    double at(int cell) const { return cells > 1 ? first + (last - first) * cell / (cells - 1) : first; }
};

/// A training row at its place in the picture.
struct RegionPoint {
    float across = 0;
    float up = 0;
    float truth = 0; ///< the class by its index, or the value in the target's unit
};

/// What a network answers everywhere in the plane of two features, while all others stand at their mean over the
/// training rows, or at their most frequent category.
struct DecisionRegions {
    RegionAxis across;
    RegionAxis up;
    std::vector<float> answers;      ///< by rows from the lowest value up: a class by its index, or a value
    std::vector<float> certainties;  ///< classification: the probability of that class
    std::vector<RegionPoint> points; ///< training rows, evenly spread
    static constexpr std::size_t mostPoints = 600;
};

/// Fails only when cancelled. The network belongs to the data.
Result<DecisionRegions> decisionRegions(const Network& network, const Dataset& data, const RegionChoice& choice,
                                        const RunControl& control = {});

/// The two features by which alone the target can be told best; the first two features where none says anything. Twice
/// the same where there is only one.
std::pair<std::size_t, std::size_t> tellingFeatures(const Dataset& data);

}

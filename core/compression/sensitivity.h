#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/dataset.h"
#include "network/network.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace broto {

/// The rows that may decide how a network is compressed: those of validation, or of training where there are none. The
/// test rows have no say, so that they can still tell how good the outcome is.
const DataPart& decidingPart(const Dataset& data);

/// How good integers are on the deciding rows. Of rows that are all refused NaN.
struct DecidingScore {
    double headline = 0; ///< accuracy or R2
    double loss = 0;     ///< finer: it moves before any answer changes
};

/// One layer with fewer bits than the others.
struct BitScore {
    int bits = 8;
    DecidingScore score;
    double headlineChange = 0; ///< against all layers with 8 bits
    double lossChange = 0;     ///< above 0: worse
};

inline constexpr int sensitivityBits[] = {8, 4, 2}; ///< 2 is ternary

/// What it costs to take bits from one layer while the others keep 8. All are rounded as mixed ones are (mixedOptions),
/// with 8 bits too, so that the changes are those of the layer alone.
struct Sensitivity {
    bool onTrainingRows = false;               ///< for want of validation rows
    DecidingScore base;                        ///< all layers with 8 bits
    std::vector<std::vector<BitScore>> layers; ///< for each of them, in the order of sensitivityBits
};

/// Rounds the network anew for every layer and number of bits. Fails where the network cannot be compressed, and when
/// cancelled.
Result<Sensitivity> layerSensitivity(const Network& network, const Dataset& data, const RunControl& control = {});

/// All layers with so many bits, rounded as serves best (usualOptions).
struct BitPoint {
    int bits = 8;
    DecidingScore score;
    std::int64_t storedBytes = 0; ///< weightBytes of the model: 5, 6 and 7 bits take a byte, 3 take 4
    std::int64_t idealBytes = 0;  ///< if every weight took its bits and no more
};

/// From 8 bits down to 2.
Result<std::vector<BitPoint>> bitCurve(const Network& network, const Dataset& data, const RunControl& control = {});

/// The network with so many of its weights gone, before it learns again.
struct SparsityPoint {
    double share = 0; ///< of all weights that are 0
    DecidingScore score;
    std::int64_t storedBytes = 0; ///< with 8 bits; of layers where that is smaller only what is not 0
};

/// From none of the weights to nearly all.
Result<std::vector<SparsityPoint>> sparsityCurve(const Network& network, const Dataset& data,
                                                 const RunControl& control = {});

}

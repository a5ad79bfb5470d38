#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/dataset.h"
#include "network/network.h"
#include "training/training_settings.h"

#include <vector>

namespace broto {

/// How some numbers are spread around 0.
struct NumberSpread {
    static constexpr std::size_t bars = 41;

    double mean = 0;
    double deviation = 0;
    double largest = 0;              ///< without its sign: the histogram goes from -largest to largest
    std::vector<std::size_t> counts; ///< of `bars` ranges of equal width
};

/// The weights of a layer, and how the loss changes by each of them.
struct LayerStatistics {
    NumberSpread weights;
    NumberSpread gradient;
};

/// Of every layer, for the mean loss over some evenly spread training rows: as the network answers, without dropout,
/// penalties and weights of classes. Fails only when cancelled.
Result<std::vector<LayerStatistics>> layerStatistics(const Network& network, const Dataset& data,
                                                     const TrainingSettings& settings, const RunControl& control = {});

}

#pragma once

#include "export/cost_estimate.h"
#include "measured_cost.h"

#include <optional>
#include <string_view>

namespace broto {

/// Of one network on one chip.
struct Comparison {
    MeasuredCost measured;
    CostEstimate estimated;

    double estimatedWork() const;   ///< what was measured: cycles, or instructions of a Cortex-M
    double flashDifference() const; ///< shares of what was measured
    double workDifference() const;
};

/// A design is one that is int8 or float32 as a whole.
bool isDesign(const DeployableModel& model);

Comparison comparedDesign(const MeasuredCost& measured, const RandomNetwork& network, Chip chip);
Comparison comparedModel(const MeasuredCost& measured, const RandomNetwork& network, Chip chip);

/// The chip, or for an ATmega328P a larger one where the network and its rows need one; nothing where none is enough.
std::optional<Chip> chipFor(const DeployableModel& model, Chip wanted);

/// "int8", "int4", "ternary" or "float32".
RandomNetwork randomNetwork(std::uint64_t seed, std::string_view storage);

/// The first from this seed on that has several features, too.
RandomNetwork firstClassification(std::string_view storage, std::uint64_t seed);

/// "4-16-8-3 relu tanh".
std::string shapeText(const DeployableModel& model);

}

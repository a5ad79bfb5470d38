#pragma once

#include "common/random.h"
#include "compression/compress.h"

#include <optional>
#include <vector>

namespace broto {

/// A data set with three numbers ("temperature" around 20, "pressure" around 1e5, "ratio" around 0.01), the last one
/// missing now and then, and a category of three values. Classification has three classes, regression a target around
/// 250. Values are drawn, not learnable by more than chance and a linear trend.
Dataset fixtureDataset(Task task, std::uint64_t seed, int rows = 300);

/// A network of random weights as a training leaves it, fit for a data set.
TrainedNetwork fixtureTraining(const Dataset& data, const NetworkDesign& design, std::uint64_t seed);

/// An integer model that keeps every promise of DeployableModel and goes to its limits: biases up to the 24-bit bound,
/// any multiplier and shift, any table, categories, refused and filled values. Its layers keep their weights as
/// `storage` says, else each in some way.
DeployableModel wildIntegerModel(Task task, std::uint64_t seed, std::optional<Storage> storage = {});

/// A row for a model that tries to upset it: NaN, infinities, subnormal and huge numbers, ties of the rounding, values
/// at the ends of the trained range.
std::vector<float> hostileRow(const DeployableModel& model, Random& random);

}

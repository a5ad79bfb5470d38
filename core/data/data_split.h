#pragma once

#include "common/result.h"
#include "data/data_choices.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// Indexes of rows by part (training, validation, test), ascending in each.
using SplitRows = std::array<std::vector<std::size_t>, 3>;

/// Rows of every part: proportional, by largest remainder. No part with a share is empty. Fails when the percentages
/// make no sense ("data.split") or the rows are too few ("data.too-few-rows").
Result<std::array<std::size_t, 3>> partSizes(std::size_t rows, const Split& split);

/// Splits at random, the same way for the same seed.
Result<SplitRows> randomSplit(std::size_t rows, const Split& split);

/// Splits so that every part has the classes in the proportions of the whole. A class of three rows or more is in every
/// part that has a share, and every class is in the training part: for that alone the sizes may differ from partSizes,
/// when there are too few rows to exchange. `labels` are 0 .. classes - 1.
Result<SplitRows> stratifiedSplit(std::span<const std::int32_t> labels, std::size_t classes, const Split& split);

}

#pragma once

#include "common/random.h"
#include "data/data_split.h"

namespace broto {

/// The part of every group, of sizes as near to `wanted` as whole groups allow. Every part that wants rows gets a
/// group; there have to be enough of them. Depends on the random numbers where several ways are equally good.
std::vector<std::size_t> partsOfGroups(const std::vector<std::size_t>& groupSizes,
                                       const std::array<std::size_t, 3>& wanted, Random& random);

/// Splits so that no group is in two parts. `groups` has one a row, 0 .. count - 1. Fails as partSizes does, and when
/// there are fewer groups than parts ("data.too-few-groups").
Result<SplitRows> groupSplit(std::span<const std::int32_t> groups, std::size_t count, const Split& split);

/// The fold of every row, 0 .. folds - 1. No group is in two folds; the folds are of nearly one size. Fails when there
/// are fewer groups than folds.
Result<std::vector<int>> foldsByGroup(std::span<const std::int32_t> groups, std::size_t count, const Split& split);

}

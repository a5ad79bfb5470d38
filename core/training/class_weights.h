#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace broto {

/// How much a row of each class counts so that all classes count the same, and a row 1 on average. A class without rows
/// gets 0.
std::vector<float> balancedWeights(std::span<const std::int32_t> labels, std::size_t classes);

}

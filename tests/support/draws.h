#pragma once

#include "common/random.h"

#include <cstdint>

namespace broto {

/// low .. high, both included.
inline std::int32_t between(Random& random, std::int32_t low, std::int32_t high)
{
    const auto width = static_cast<std::uint32_t>(std::int64_t{high} - low + 1);
    return static_cast<std::int32_t>(std::int64_t{low} + random.below(width));
}

}

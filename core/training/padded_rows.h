#pragma once

#include "common/aligned_floats.h"

#include <vector>

namespace broto {

/// Where each row begins among values that are rows of `width`.
inline std::vector<const float*> rowsOf(const AlignedFloats& values, int width)
{
    std::vector<const float*> rows;
    for (std::size_t begin = 0; begin < values.size(); begin += static_cast<std::size_t>(width))
        rows.push_back(values.data() + begin);
    return rows;
}

}

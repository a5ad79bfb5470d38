#pragma once

#include "training/parameters.h"

#include <cstdint>
#include <vector>

namespace broto {

/// Which weights are 0 and stay so, however the network goes on learning.
class ZeroMask {
public:
    explicit ZeroMask(const Parameters& parameters)
    {
        for (std::size_t i = 0; i < parameters.weightCount; ++i)
            if (parameters.values[i] == 0)
                m_zeros.push_back(static_cast<std::uint32_t>(i));
    }

    /// Nothing moves them.
    void apply(AlignedFloats& gradient) const
    {
        for (const std::uint32_t place : m_zeros)
            gradient[place] = 0;
    }

private:
    std::vector<std::uint32_t> m_zeros;
};

}

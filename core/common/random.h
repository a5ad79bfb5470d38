#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace broto {

/// Random numbers that are the same on every machine and with every compiler for one seed (the distributions of the
/// standard library are not). xoshiro128++ seeded by splitmix64.
class Random {
public:
    explicit Random(std::uint64_t seed);

    std::uint32_t next();
    std::uint32_t below(std::uint32_t limit);     ///< 0 .. limit - 1, without bias; limit > 0
    float uniform(float low, float high);         ///< low <= x < high
    double normal();                              ///< mean 0, deviation 1

    /// Fisher-Yates.
    template<class T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(static_cast<std::uint32_t>(i))]);
    }

private:
    std::uint32_t m_state[4];
};

}

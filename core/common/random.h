#pragma once

#include <bit>
#include <cassert>
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
    std::uint32_t below(std::uint32_t limit); ///< 0 .. limit - 1, without bias; limit > 0
    float uniform(float low, float high);     ///< low <= x < high
    double normal();                          ///< mean 0, deviation 1

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

inline std::uint32_t Random::next()
{
    const std::uint32_t result = std::rotl(m_state[0] + m_state[3], 7) + m_state[0];
    const std::uint32_t t = m_state[1] << 9;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 11);
    return result;
}

inline std::uint32_t Random::below(std::uint32_t limit)
{
    assert(limit > 0);
    for (;;) {
        const std::uint32_t number = next();
        // Numbers below 2^32 % limit would favour the first values. That takes a division, which most need not.
        if (number >= limit || number >= -limit % limit)
            return number % limit;
    }
}

}

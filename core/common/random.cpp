#include "common/random.h"

#include <cmath>

namespace broto {

Random::Random(std::uint64_t seed)
{
    for (std::size_t i = 0; i < 4; i += 2) {
        seed += 0x9e3779b97f4a7c15;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        z ^= z >> 31;
        m_state[i] = static_cast<std::uint32_t>(z);
        m_state[i + 1] = static_cast<std::uint32_t>(z >> 32);
    }
}

float Random::uniform(float low, float high)
{
    const float unit = static_cast<float>(next() >> 8) * 0x1p-24f;
    return low + (high - low) * unit;
}

double Random::normal()
{
    // Polar method; the second value is dropped so that the state alone tells what comes next.
    for (;;) {
        const double x = static_cast<double>(next()) * 0x1p-31 - 1;
        const double y = static_cast<double>(next()) * 0x1p-31 - 1;
        const double square = x * x + y * y;
        if (square > 0 && square < 1)
            return x * std::sqrt(-2 * std::log(square) / square);
    }
}

}

#pragma once

#include <cstdint>

namespace broto {

/// The same for the same bits, and far apart for bits that are alike: a place in a table of hashes.
inline std::uint64_t mixedBits(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 32)) * 0xd6e8feb86659fd93;
    return bits ^ (bits >> 32);
}

}

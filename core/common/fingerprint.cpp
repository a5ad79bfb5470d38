#include "common/fingerprint.h"

#include <bit>
#include <cstring>

namespace broto {

namespace {

/// Little-endian on every machine.
std::uint64_t wordAt(const char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    if constexpr (std::endian::native == std::endian::big)
        word = __builtin_bswap64(word);
    return word;
}

}

void FileFingerprint::add(std::string_view piece)
{
    // Each step can be undone, so that no single change is lost; the lanes do not wait for each other.
    constexpr std::uint64_t factor = 0x9e3779b185ebca87;
    constexpr int turn = 31;
    while (m_wide && piece.size() >= step) {
        for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
            m_lanes[lane] = std::rotl(m_lanes[lane] ^ wordAt(piece.data() + 8 * lane), turn) * factor;
        piece.remove_prefix(step);
    }
    m_byBytes.add(piece);
}

std::uint64_t FileFingerprint::value() const
{
    if (!m_wide)
        return m_byBytes.value();
    Fingerprint all = m_byBytes;
    for (const std::uint64_t lane : m_lanes)
        all.add(hexadecimal(lane));
    return all.value();
}

std::uint64_t fileFingerprint(std::string_view bytes)
{
    FileFingerprint fingerprint(bytes.size());
    fingerprint.add(bytes);
    return fingerprint.value();
}

std::string hexadecimal(std::uint64_t value)
{
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4)
        text[i] = "0123456789abcdef"[value & 15];
    return text;
}

}

#include "device/line_text.h"

#include <algorithm>
#include <cstdint>

namespace broto {

namespace {

/// Bytes of a character of UTF-8, 0 where its first byte begins none or stands for one that is written longer than need
/// be.
std::size_t bytesBehindFirst(std::uint8_t first)
{
    if (first < 0xc2 || first > 0xf4)
        return 0;
    return first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
}

/// Not written longer than need be, no half of a pair of UTF-16, not beyond the last character, no control character.
bool isGoodSecond(std::uint8_t first, std::uint8_t second)
{
    switch (first) {
    case 0xc2:
        return second >= 0xa0;
    case 0xe0:
        return second >= 0xa0;
    case 0xed:
        return second < 0xa0;
    case 0xf0:
        return second >= 0x90;
    case 0xf4:
        return second < 0x90;
    default:
        return true;
    }
}

}

std::size_t readableCharacter(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80)
        return (first >= 0x20 && first != 0x7f) || first == '\t' || first == '\r' || first == '\n';
    const std::size_t more = bytesBehindFirst(first);
    if (more == 0 || text.size() <= more || !isGoodSecond(first, byte(1)))
        return 0;
    for (std::size_t i = 1; i <= more; ++i)
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    return more + 1;
}

std::string readableText(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string readable;
    while (!text.empty()) {
        const std::size_t size = readableCharacter(text);
        if (size == 0) {
            const auto byte = static_cast<std::uint8_t>(text[0]);
            readable.append("\\x") += digits[byte >> 4];
            readable += digits[byte & 15];
        }
        readable += text.substr(0, size);
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return readable;
}

}

#include "export/utf8.h"

#include <cstdint>

namespace broto {

namespace {

constexpr char32_t replacement = 0xfffd;

struct Decoded {
    char32_t codePoint = replacement;
    std::size_t bytes = 1;
};

/// How many bytes a sequence takes that begins with `lead`; 0 where none begins so.
std::size_t sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2)
        return 0;
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
}

Decoded firstOf(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = sequenceLength(lead);
    if (length == 1)
        return {lead, 1};
    if (length == 0 || length > text.size())
        return {};
    char32_t value = lead & (0x7fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xc0) != 0x80)
            return {};
        value = value << 6 | (byte & 0x3fu);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    if (value < smallest[length] || value > 0x10ffff || surrogate)
        return {};
    return {value, length};
}

}

std::u32string codePoints(std::string_view utf8)
{
    std::u32string result;
    while (!utf8.empty()) {
        const Decoded next = firstOf(utf8);
        result.push_back(next.codePoint);
        utf8.remove_prefix(next.bytes);
    }
    return result;
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto add = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (codePoint < 0x80) {
        add(codePoint);
        return;
    }
    const int more = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
    add((0xff00u >> (more + 1) & 0xffu) | codePoint >> (6 * more));
    for (int i = more - 1; i >= 0; --i)
        add(0x80u | (codePoint >> (6 * i) & 0x3fu));
}

}

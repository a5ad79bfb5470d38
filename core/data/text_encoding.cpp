#include "data/text_encoding.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace broto {

namespace {

constexpr char32_t replacementCharacter = 0xfffd;

/// What Windows-1252 holds at 0x80..0x9f; the five bytes without a character stand for themselves.
constexpr char16_t windows1252[32] = {0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                      0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
                                      0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                      0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};

void appendUtf8(std::string& text, char32_t character)
{
    if (character < 0x80) {
        text += static_cast<char>(character);
        return;
    }
    const int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    const int lead = more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0;
    text += static_cast<char>(lead | (character >> (6 * more)));
    for (int i = more - 1; i >= 0; --i)
        text += static_cast<char>(0x80 | ((character >> (6 * i)) & 0x3f));
}

/// Length of the valid UTF-8 sequence of more than one byte at the start of `bytes`, or 0.
std::size_t sequenceLength(std::string_view bytes)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byte(0);
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || bytes.size() < length)
        return 0;
    // The second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF.
    const unsigned lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (byte(1) < lowest || byte(1) > highest)
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Control characters that no table of text has. They tell compressed files and pictures without a NUL byte.
bool hasBinaryControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x09 || (byte > 0x0d && byte < 0x1a);
    });
}

Message binaryError()
{
    return message("data.binary",
                   BROTO_TEXT("core", "The file holds binary data, not text. Choose a CSV file, or export "
                                      "the table as CSV from the program that made it."));
}

}

bool isUtf8(std::string_view bytes)
{
    std::size_t i = 0;
    while (i < bytes.size()) {
        std::uint64_t eight = 0;
        while (i + sizeof eight <= bytes.size()) {
            std::memcpy(&eight, bytes.data() + i, sizeof eight);
            if (eight & 0x8080808080808080)
                break;
            i += sizeof eight;
        }
        while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80)
            ++i;
        if (i == bytes.size())
            break;
        const std::size_t length = sequenceLength(bytes.substr(i));
        if (length == 0)
            return false;
        i += length;
    }
    return true;
}

std::string utf8FromWindows1252(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendUtf8(text, byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80] : byte);
    }
    return text;
}

std::string utf8FromUtf16(std::string_view bytes, bool bigEndian)
{
    const auto unit = [&](std::size_t i) -> char32_t {
        const auto first = static_cast<unsigned char>(bytes[2 * i]);
        const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
        return bigEndian ? static_cast<char32_t>(first << 8 | second) : static_cast<char32_t>(second << 8 | first);
    };
    const std::size_t units = bytes.size() / 2;
    std::string text;
    text.reserve(units + units / 8);
    for (std::size_t i = 0; i < units; ++i) {
        char32_t character = unit(i);
        const bool high = character >= 0xd800 && character < 0xdc00;
        if (high && i + 1 < units && (unit(i + 1) & 0xfc00) == 0xdc00)
            character = 0x10000 + ((character - 0xd800) << 10) + (unit(++i) - 0xdc00);
        else if (character >= 0xd800 && character < 0xe000)
            character = replacementCharacter;
        appendUtf8(text, character);
    }
    return text;
}

Result<DecodedText> DecodedText::decode(std::string_view bytes)
{
    DecodedText decoded;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
        decoded.m_encoding = Encoding::Utf16;
        decoded.m_converted = utf8FromUtf16(bytes.substr(2), bytes.front() == '\xfe');
    } else {
        if (bytes.starts_with("\xef\xbb\xbf"))
            bytes.remove_prefix(3);
        decoded.m_shared = bytes;
        // NUL first: a large binary file should not be converted before it is refused.
        if (bytes.find('\0') == std::string_view::npos && !isUtf8(bytes)) {
            decoded.m_encoding = Encoding::Windows1252;
            decoded.m_converted = utf8FromWindows1252(bytes);
        }
    }
    const std::string_view text = decoded.text();
    if (text.find('\0') != std::string_view::npos)
        return binaryError();
    if (decoded.m_encoding == Encoding::Windows1252 && hasBinaryControl(text))
        return binaryError();
    if (isBlank(text))
        return message("data.empty", BROTO_TEXT("core", "The file is empty. Choose a CSV file with at least one row."));
    return decoded;
}

}

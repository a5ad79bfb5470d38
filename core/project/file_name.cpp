#include "project/file_name.h"

#include <cstddef>

namespace broto {

namespace {

constexpr std::size_t longestName = 200;

/// How many bytes a UTF-8 character takes; 0: not UTF-8.
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (first >= 0x80 && (first < 0xc2 || first > 0xf4))
        return 0;
    if (text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool noCharacter = (first == 0xed && byte(1) > 0x9f) || (first == 0xf4 && byte(1) > 0x8f);
    return overlong || noCharacter ? 0 : length;
}

bool isPlain(char letter)
{
    constexpr std::string_view reserved = "\\/:*?\"<>|\x7f";
    return static_cast<unsigned char>(letter) >= ' ' && reserved.find(letter) == std::string_view::npos;
}

}

std::string cleanFileName(std::string_view name)
{
    name = name.substr(name.find_last_of("/\\") + 1); // npos + 1 is 0
    std::string clean;
    while (!name.empty() && clean.size() < longestName) {
        const std::size_t length = characterLength(name);
        if (length == 0 || (length == 1 && !isPlain(name[0])))
            clean += '_';
        else
            clean += name.substr(0, length);
        name.remove_prefix(length ? length : 1);
    }
    return clean.empty() || clean == "." || clean == ".." ? "table.csv" : clean;
}

bool isCleanFileName(std::string_view name)
{
    return cleanFileName(name) == name;
}

}

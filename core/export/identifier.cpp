#include "export/identifier.h"

#include "export/exported_files.h"
#include "export/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace broto {

namespace {

constexpr std::size_t longestName = 60;

/// U+00C0 to U+017F without their accents.
constexpr std::array<std::string_view, 192> latin = {
    "a", "a", "a",  "a", "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i", "i", "i",  "i",  "d", "n", "o",  "o",
    "o", "o", "o",  "x", "o", "u", "u",  "u",  "u", "y", "th", "ss", "a", "a", "a",  "a",  "a", "a", "ae", "c",
    "e", "e", "e",  "e", "i", "i", "i",  "i",  "d", "n", "o",  "o",  "o", "o", "o",  "",   "o", "u", "u",  "u",
    "u", "y", "th", "y", "a", "a", "a",  "a",  "a", "a", "c",  "c",  "c", "c", "c",  "c",  "c", "c", "d",  "d",
    "d", "d", "e",  "e", "e", "e", "e",  "e",  "e", "e", "e",  "e",  "g", "g", "g",  "g",  "g", "g", "g",  "g",
    "h", "h", "h",  "h", "i", "i", "i",  "i",  "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j", "j", "k",  "k",
    "k", "l", "l",  "l", "l", "l", "l",  "l",  "l", "l", "l",  "n",  "n", "n", "n",  "n",  "n", "n", "n",  "n",
    "o", "o", "o",  "o", "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r", "r", "s",  "s",  "s", "s", "s",  "s",
    "s", "s", "t",  "t", "t", "t", "t",  "t",  "u", "u", "u",  "u",  "u", "u", "u",  "u",  "u", "u", "u",  "u",
    "w", "w", "y",  "y", "y", "z", "z",  "z",  "z", "z", "z",  "s",
};

// In alphabetical order. Only what foldedName can make: no capitals, no underscores in front.
constexpr std::string_view taken[] = {
    // Words of the language and of the C library that a two-part name can become.
    "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "char16_t", "char32_t", "class", "compl", "const", "const_cast", "constexpr", "continue", "decltype", "default",
    "delete", "do", "double", "dynamic_cast", "else", "enum", "errno", "explicit", "export", "extern", "false", "float",
    "for", "friend", "goto", "if", "inline", "int", "int16_t", "int32_t", "int64_t", "int8_t", "long", "main",
    "mutable", "namespace", "new", "noexcept", "not", "not_eq", "nullptr", "operator", "or", "or_eq", "private",
    "protected", "ptrdiff_t", "public", "register", "reinterpret_cast", "return", "short", "signed", "size_t", "sizeof",
    "static", "static_assert", "static_cast", "std", "struct", "switch", "template", "this", "thread_local", "throw",
    "true", "try", "typedef", "typeid", "typename", "uint16_t", "uint32_t", "uint64_t", "uint8_t", "union", "unsigned",
    "using", "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq",
    // Macros of compilers, of the Arduino core and of avr-libc.
    "abs", "arm", "bit", "bit_is_clear", "bit_is_set", "boolean", "byte", "cli", "constrain", "degrees", "i386",
    "interrupts", "linux", "loop_until_bit_is_clear", "loop_until_bit_is_set", "max", "min", "radians", "round", "sei",
    "sleep_mode", "sq", "unix", "word",
    // Files that Windows does not let exist, and our own namespaces.
    "aux", "broto", "con", "nul", "prn", "runtime"};

std::string folded(char32_t c)
{
    if (c >= U'A' && c <= U'Z')
        return {static_cast<char>(c - U'A' + U'a')};
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'))
        return {static_cast<char>(c)};
    if (c >= 0xc0 && c < 0xc0 + latin.size())
        return std::string(latin[c - 0xc0]);
    switch (c) {
    case U'\u00aa':
        return "a";
    case U'\u00b2':
        return "2";
    case U'\u00b3':
        return "3";
    case U'\u00b5':
    case U'\u03bc':
        return "u";
    case U'\u00b9':
        return "1";
    case U'\u00ba':
        return "o";
    default:
        return {};
    }
}

bool isCombiningMark(char32_t c)
{
    return c >= 0x300 && c <= 0x36f;
}

bool isTaken(std::string_view name)
{
    return std::find(std::begin(taken), std::end(taken), name) != std::end(taken);
}

}

std::string foldedName(std::string_view name)
{
    std::string result;
    bool separate = false;
    for (const char32_t c : codePoints(name)) {
        const std::string letters = folded(c);
        if (letters.empty()) {
            separate = separate || !isCombiningMark(c);
            continue;
        }
        if (separate && !result.empty())
            result += '_';
        separate = false;
        result += letters;
    }
    if (result.size() > longestName)
        result.resize(longestName);
    while (result.ends_with('_'))
        result.pop_back();
    return result;
}

std::vector<std::string> uniqueIdentifiers(std::string_view prefix, std::span<const std::string> names)
{
    std::vector<std::string> result;
    std::set<std::string> used;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = foldedName(names[i]);
        const std::string stem = std::string(prefix) + '_' + (name.empty() ? std::to_string(i + 1) : name);
        std::string candidate = stem;
        for (std::size_t copy = 2; !used.insert(candidate).second; ++copy)
            candidate = stem + '_' + std::to_string(copy);
        result.push_back(candidate);
    }
    return result;
}

std::string identifierFor(std::string_view projectName, std::string_view variant)
{
    const std::string project = foldedName(projectName);
    const std::string kind = foldedName(variant);
    std::string name = project.empty() ? "model" : project;
    if (!kind.empty())
        name += '_' + kind;
    if (name[0] >= '0' && name[0] <= '9')
        name.insert(0, "model_");
    if (isTaken(name))
        name += "_model";
    return name;
}

}

#include "export/identifier.h"

#include "export/exported_files.h"
#include "export/reserved_words.h"
#include "export/spelling.h"
#include "export/utf8.h"

#include <map>
#include <set>

namespace broto {

namespace {

constexpr std::size_t longestIdentifier = 52; // a sketch, "_sketch_2" behind it, has 63 at most
constexpr std::size_t longestVariant = 24;    // beside it the project's name has room

/// Without the word that it breaks off in, unless little would be left.
std::string endingWithAWord(std::string name, std::size_t longest)
{
    const std::size_t end = name.rfind('_');
    if (end != std::string::npos && end >= longest / 2)
        name.resize(end);
    return name;
}

}

std::string foldedName(std::string_view name, std::size_t longest)
{
    const std::u32string characters = codePoints(name);
    std::string result;
    bool separate = false;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const Spelling spelling = spellingOf(characters, i);
        if (spelling.isSilent)
            continue;
        const bool begins = (separate || spelling.isWord) && !spelling.text.empty() && !result.empty();
        if (result.size() + (begins ? 1 : 0) + spelling.text.size() > longest)
            return begins || separate ? result : endingWithAWord(std::move(result), longest);
        if (begins)
            result += '_';
        result += spelling.text;
        separate = spelling.text.empty() || spelling.isWord;
    }
    return result;
}

std::vector<std::string> uniqueIdentifiers(std::string_view prefix, std::span<const std::string> names)
{
    std::vector<std::string> result;
    std::set<std::string> used;
    std::map<std::string, std::size_t> copies; // of each stem, so that a thousand equal names take no million tries
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = foldedName(names[i]);
        const std::string stem = std::string(prefix) + '_' + (name.empty() ? std::to_string(i + 1) : name);
        std::string candidate = stem;
        for (std::size_t& copy = copies[stem]; !used.insert(candidate).second;)
            candidate = stem + '_' + std::to_string(++copy + 1);
        result.push_back(candidate);
    }
    return result;
}

std::string identifierFor(std::string_view projectName, std::string_view variant)
{
    constexpr std::string_view before = "model_"; // of a name that begins with a digit
    const std::string kind = foldedName(variant, longestVariant);
    const std::size_t room = longestIdentifier - (kind.empty() ? 0 : kind.size() + 1);
    std::string name = foldedName(projectName, room);
    if (name.empty())
        name = "model";
    if (name[0] >= '0' && name[0] <= '9')
        name = std::string(before) + foldedName(projectName, room - before.size());
    if (!kind.empty())
        name += '_' + kind;
    if (isReservedWord(name))
        name += "_model";
    return name;
}

}

#include "export/identifier.h"

#include "export/exported_files.h"
#include "export/reserved_words.h"
#include "export/spelling.h"
#include "export/utf8.h"

#include <map>
#include <set>

namespace broto {

namespace {

constexpr std::size_t longestName = 60;
constexpr std::size_t longestVariant = 30; // beside it the project's name has room

std::string cut(std::string name, std::size_t longest)
{
    if (name.size() > longest)
        name.resize(longest);
    while (name.ends_with('_'))
        name.pop_back();
    return name;
}

}

std::string foldedName(std::string_view name)
{
    const std::u32string characters = codePoints(name);
    std::string result;
    bool separate = false;
    for (std::size_t i = 0; i < characters.size() && result.size() < longestName; ++i) {
        const Spelling spelling = spellingOf(characters, i);
        if (spelling.isSilent)
            continue;
        if ((separate || spelling.isWord) && !spelling.text.empty() && !result.empty())
            result += '_';
        result += spelling.text;
        separate = spelling.text.empty() || spelling.isWord;
    }
    return cut(std::move(result), longestName);
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
    const std::string project = foldedName(projectName);
    const std::string kind = cut(foldedName(variant), longestVariant);
    std::string name = project.empty() ? "model" : project;
    if (name[0] >= '0' && name[0] <= '9')
        name.insert(0, "model_");
    name = cut(std::move(name), longestName - (kind.empty() ? 0 : kind.size() + 1));
    if (!kind.empty())
        name += '_' + kind;
    if (isReservedWord(name))
        name += "_model";
    return name;
}

}

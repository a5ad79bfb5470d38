#include "reading_options.h"

#include "data/date_order.h"
#include "language.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace broto {

namespace {

/// What can be typed for an option, and what it stands for.
template<class Value>
struct Word {
    std::string_view word;
    Value value;
    std::string_view sign = {}; ///< may be typed as well, though shells make it hard
};

constexpr Word<char> separators[] = {
    {"comma", ',', ","}, {"semicolon", ';', ";"}, {"tab", '\t', "\t"}, {"bar", '|', "|"}, {"blanks", ' ', " "}};
constexpr Word<char> decimals[] = {{"point", '.', "."}, {"comma", ',', ","}};
constexpr Word<char> groupings[] = {
    {"none", '\0'}, {"point", '.', "."}, {"comma", ',', ","}, {"blank", ' ', " "}, {"apostrophe", '\'', "'"}};
constexpr Word<char> comments[] = {{"none", '\0'}, {"#", '#'}, {"%", '%'}, {"//", '/'}};
constexpr Word<bool> headers[] = {{"yes", true}, {"no", false}};
constexpr Word<DateOrder> dateOrders[] = {
    {"day-first", DayFirst}, {"month-first", MonthFirst}, {"year-first", YearFirst}};
constexpr Word<Encoding> encodings[] = {
    {"utf-8", Encoding::Utf8}, {"utf-16", Encoding::Utf16}, {"windows-1252", Encoding::Windows1252}};

template<class Value>
std::optional<Value> valueOf(std::span<const Word<Value>> words, std::string_view typed)
{
    for (const Word<Value>& word : words)
        if (!typed.empty() && (typed == word.word || typed == word.sign))
            return word.value;
    return std::nullopt;
}

template<class Value>
std::string listed(std::span<const Word<Value>> words)
{
    std::string list;
    for (const Word<Value>& word : words)
        list.append(list.empty() ? "" : ", ").append(word.word);
    return list;
}

template<class Value>
void addWordOption(CLI::App& command, const char* name, std::string& typed, std::span<const Word<Value>> words,
                   const std::string& explanation)
{
    command.add_option(name, typed, explanation)->check([words](const std::string& value) {
        return valueOf(words, value) ? std::string() : text(BROTO_TEXT("cli", "Write one of: %1"), listed(words));
    });
}

}

void addReadingOptions(CLI::App& command, ReadingOptions& options)
{
    addWordOption<char>(command, "--separator", options.separator, separators,
                        text(BROTO_TEXT("cli", "What stands between values: comma, semicolon, tab, bar or blanks")));
    addWordOption<char>(command, "--decimal", options.decimal, decimals,
                        text(BROTO_TEXT("cli", "The decimal sign: point or comma")));
    addWordOption<char>(command, "--grouping", options.grouping, groupings,
                        text(BROTO_TEXT("cli", "What sets thousands apart: none, point, comma, blank or apostrophe")));
    addWordOption<Encoding>(command, "--encoding", options.encoding, encodings,
                            text(BROTO_TEXT("cli", "How letters are stored: utf-8, utf-16 or windows-1252")));
    addWordOption<bool>(command, "--header", options.header, headers,
                        text(BROTO_TEXT("cli", "Whether the first line names the columns: yes or no")));
    addWordOption<char>(command, "--comment", options.comment, comments,
                        text(BROTO_TEXT("cli", "How lines begin that are no rows: none, #, % or //")));
    addWordOption<DateOrder>(
        command, "--date-order", options.dateOrder, dateOrders,
        text(BROTO_TEXT("cli", "What comes first in 04/02/15: day-first, month-first or year-first")));
}

ReadOptions readOptions(const ReadingOptions& options)
{
    ReadOptions reading;
    reading.separator = valueOf<char>(separators, options.separator);
    reading.decimal = valueOf<char>(decimals, options.decimal);
    reading.grouping = valueOf<char>(groupings, options.grouping);
    reading.encoding = valueOf<Encoding>(encodings, options.encoding);
    reading.header = valueOf<bool>(headers, options.header);
    reading.comment = valueOf<char>(comments, options.comment);
    if (const std::optional<DateOrder> order = valueOf<DateOrder>(dateOrders, options.dateOrder)) {
        reading.dayFirst = *order == DayFirst;
        reading.yearFirst = *order == YearFirst;
    }
    return reading;
}

}

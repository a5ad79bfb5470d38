#include "data/explained_reading.h"

#include "data/table_reader.h"

#include <algorithm>

namespace broto {

namespace {

using About = ReadingGuess::About;

bool isChosen(About about, const ReadOptions& options)
{
    switch (about) {
    case About::Encoding:
        return options.encoding.has_value();
    case About::Separator:
        return options.separator.has_value();
    case About::Decimal:
        return options.decimal.has_value();
    case About::Grouping:
        return options.grouping.has_value();
    case About::Header:
        return options.header.has_value();
    case About::Comments:
        return options.comment.has_value();
    case About::DateOrder:
        return options.dayFirst.has_value() || options.yearFirst.has_value();
    }
    return false;
}

template<class Value>
bool addDifference(std::optional<Value> ReadOptions::*option, const ReadOptions& wanted, const ReadOptions& found,
                   ReadOptions& chosen)
{
    if (wanted.*option == found.*option)
        return false;
    chosen.*option = wanted.*option;
    return true;
}

/// The first thing that has to be said so that `found` is read as `wanted`; false when it is.
bool addFirstDifference(const ReadOptions& wanted, const ReadOptions& found, ReadOptions& chosen)
{
    return addDifference(&ReadOptions::encoding, wanted, found, chosen) ||
           addDifference(&ReadOptions::comment, wanted, found, chosen) ||
           addDifference(&ReadOptions::separator, wanted, found, chosen) ||
           addDifference(&ReadOptions::header, wanted, found, chosen) ||
           addDifference(&ReadOptions::decimal, wanted, found, chosen) ||
           addDifference(&ReadOptions::grouping, wanted, found, chosen) ||
           addDifference(&ReadOptions::yearFirst, wanted, found, chosen) ||
           addDifference(&ReadOptions::dayFirst, wanted, found, chosen);
}

void takeReasons(Table& table, const Table& found, const ReadOptions& chosen)
{
    for (ReadingGuess& guess : table.guesses) {
        const auto same = std::find_if(found.guesses.begin(), found.guesses.end(),
                                       [&](const ReadingGuess& other) { return other.about == guess.about; });
        if (same != found.guesses.end() && !isChosen(guess.about, chosen))
            guess = *same;
    }
}

}

void explainReading(Table& table, std::string_view bytes)
{
    // What is chosen changes what is found out about the rest.
    constexpr int things = 7;
    ReadOptions chosen;
    for (int i = 0; i <= things; ++i) {
        const Result<Table> found = previewTable(bytes, chosen, 1);
        if (!found)
            return;
        if (!addFirstDifference(readingOf(table), readingOf(*found), chosen))
            return takeReasons(table, *found, chosen);
    }
}

}

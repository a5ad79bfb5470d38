#include "data/similar_table.h"

#include "data/table_reader.h"

#include <algorithm>

namespace broto {

namespace {

auto textColumns(const Table& table)
{
    return std::count_if(table.columns.begin(), table.columns.end(),
                         [](const Column& column) { return column.texts(); });
}

}

Result<Table> readSimilarTable(std::string_view bytes, const ReadOptions& options, const Table& known,
                               const RunControl& control)
{
    Result<Table> guessed = readTable(bytes, options, control);
    if (!guessed)
        return guessed;
    ReadOptions alike = options;
    alike.encoding = guessed->encoding;
    alike.separator = guessed->separator;
    alike.header = guessed->header;
    alike.decimal = options.decimal.value_or(known.decimal);
    if (!options.dayFirst && !options.yearFirst) {
        alike.dayFirst = known.dayFirst;
        alike.yearFirst = known.yearFirst;
    }
    if (known.grouping && !options.grouping)
        alike.grouping = known.grouping;
    const bool same = alike.decimal == guessed->decimal &&
                      alike.dayFirst.value_or(guessed->dayFirst) == guessed->dayFirst &&
                      alike.yearFirst.value_or(guessed->yearFirst) == guessed->yearFirst &&
                      alike.grouping.value_or(guessed->grouping) == guessed->grouping;
    if (same)
        return guessed;
    // What does not fit shows in numbers and times that have become texts.
    Result<Table> table = readTable(bytes, alike, control);
    return table && textColumns(*table) <= textColumns(*guessed) ? table : guessed;
}

}

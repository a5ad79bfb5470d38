#include "data/joined_times.h"

#include "data/column_statistics.h"
#include "data/column_typing.h"
#include "data/time_text.h"

#include <algorithm>

namespace broto {

namespace {

/// The one column that is so; null where there are none or several.
template<class IsSo>
Column* onlyOne(std::vector<Column>& columns, IsSo isSo)
{
    const auto found = std::find_if(columns.begin(), columns.end(), isSo);
    if (found == columns.end() || std::find_if(found + 1, columns.end(), isSo) != columns.end())
        return nullptr;
    return &*found;
}

}

void joinTimes(Table& table)
{
    Column* const dates = onlyOne(table.columns, [](const Column& column) { return column.wholeDays; });
    Column* const clock = onlyOne(table.columns, holdsTimesOfDay);
    if (!dates || !clock || dates == clock)
        return;
    for (std::size_t row = 0; row < table.rows; ++row)
        dates->numbers[row] += clock->numbers[row]; // nothing, where either is missing
    dates->wholeDays = false;
    describeNumbers(*dates);
    typeColumn(*dates, table.columns.size(), table.header); // a single day holds many times
    table.warnings.push_back(
        message("data.times-joined",
                BROTO_TEXT("core", "The column \"%1\" holds dates and \"%2\" times of day. They were joined: \"%1\" "
                                   "holds both."),
                dates->header, clock->header));
}

}

#include "data/chosen_column.h"
#include "data/reading_times.h"
#include "data/row_facts.h"
#include "data/window_plan.h"
#include "data/window_stretches.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr int usualLength = 64;
constexpr int shortestLength = 8;
constexpr int longestLength = 1024;
constexpr std::size_t mostRingBytes = 1024; // half of an Uno's memory

/// The columns that say where a recording begins and when a reading was taken, as far as they can be read.
ReadingFacts orderOf(const Table& table, const DataChoices& choices)
{
    ReadingFacts facts;
    facts.rows = table.rows;
    std::vector<PlannedColumn> groups;
    for (std::size_t i = 0; i < choices.columns.size() && i < table.columns.size(); ++i) {
        const Role role = choices.columns[i].role;
        if (role != Role::Group && role != Role::Time)
            continue;
        Result<std::shared_ptr<const Column>> column =
            chosenColumn(table.columns[i], choices.columns[i], table.cellFormat());
        if (!column)
            continue;
        if (role == Role::Group)
            groups.push_back({i, *std::move(column)});
        else if (facts.seconds.empty())
            facts.seconds = secondsOf(**column);
    }
    if (!groups.empty())
        facts.groups = groupNumbers(groups).ofRow;
    return facts;
}

std::size_t usualStretch(ReadingFacts facts, double longestGap)
{
    facts.longestGap = longestGap;
    const std::vector<WindowStretch> stretches = findStretches(facts).stretches;
    if (stretches.empty())
        return 0;
    std::vector<std::size_t> rows;
    for (const WindowStretch& stretch : stretches)
        rows.push_back(stretch.rows);
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
    std::nth_element(rows.begin(), middle, rows.end());
    return *middle;
}

/// The power of two that is nearest to a second; of rates that say nothing of gestures, the usual length.
int lengthOfASecond(double readingsPerSecond)
{
    if (!(readingsPerSecond >= shortestLength && readingsPerSecond <= longestLength))
        return usualLength;
    return 1 << static_cast<int>(std::lround(std::log2(readingsPerSecond)));
}

}

std::optional<double> measuredRate(const Table& table, const DataChoices& choices)
{
    const ReadingFacts facts = orderOf(table, choices);
    const ReadingPace pace = paceOf(facts.seconds, facts.groups);
    return pace.readingsPerSecond > 0 ? std::optional(pace.readingsPerSecond) : std::nullopt;
}

WindowChoices proposeWindows(const Table& table, const DataChoices& choices)
{
    const ReadingFacts facts = orderOf(table, choices);
    const ReadingPace pace = paceOf(facts.seconds, facts.groups);
    const auto channels = static_cast<std::size_t>(
        std::count_if(choices.columns.begin(), choices.columns.end(),
                      [](const ColumnChoice& column) { return column.role == Role::Feature; }));
    const std::size_t stretch = usualStretch(facts, usualLongestGap(pace.step));
    int length = lengthOfASecond(pace.readingsPerSecond);
    const auto isTooLong = [&] {
        const auto readings = static_cast<std::size_t>(length);
        return sizeof(float) * channels * readings > mostRingBytes || 2 * readings > stretch;
    };
    while (length > shortestLength && isTooLong())
        length /= 2;
    WindowChoices windows;
    windows.length = {static_cast<double>(length)};
    windows.stride = {static_cast<double>(length / 2)};
    return windows;
}

}

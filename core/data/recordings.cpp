#include "data/recordings.h"

#include "data/reading_times.h"
#include "data/row_groups.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

constexpr double usualSteps = 2.5;        // one reading may be lost
constexpr double stepsBetween = 5;        // of the axis, from one recording to the next
constexpr std::size_t fewestReadings = 8; // of a recording, on average: shuffled rows step back at every other one

/// Values as the numbers of a dense list.
std::vector<std::int32_t> codesOf(const Column& column)
{
    if (column.texts())
        return column.codes;
    std::vector<double> different;
    std::copy_if(column.numbers.begin(), column.numbers.end(), std::back_inserter(different),
                 [](double number) { return !std::isnan(number); });
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    std::vector<std::int32_t> codes;
    for (const double number : column.numbers) {
        const auto place = std::lower_bound(different.begin(), different.end(), number);
        codes.push_back(std::isnan(number) ? -1 : static_cast<std::int32_t>(place - different.begin()));
    }
    return codes;
}

bool groupChanges(const std::vector<std::int32_t>& groups, std::size_t row, std::size_t before)
{
    return !groups.empty() && groups[row] != groups[before];
}

/// In the unit of the column; 0: not known.
double usualStep(const Column& times, const std::vector<std::int32_t>& groups)
{
    return paceOf(secondsOf(times), groups).step / secondsPerUnit(times);
}

}

double LaidRecordings::ownTime(double place) const
{
    const auto next = std::upper_bound(starts.begin(), starts.end(), place);
    const auto recording = static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - starts.begin(), 1) - 1);
    return shifts.empty() ? place : place - shifts[recording];
}

std::vector<std::int32_t> recordingGroups(const Table& table, const DataChoices& choices)
{
    const std::optional<std::size_t> group = columnWith(Role::Group, choices);
    return group ? codesOf(*columnAsChosen(table, choices, *group)) : std::vector<std::int32_t>();
}

std::optional<LaidRecordings> laidEndToEnd(const Column& times, const std::vector<std::int32_t>& groups)
{
    if (!times.numeric())
        return std::nullopt;
    LaidRecordings laid;
    const auto axis = std::make_shared<Column>(times);
    const double step = usualStep(times, groups);
    const double between = stepsBetween * (step > 0 ? step : 1);
    double end = 0;
    bool stepsBack = false;
    std::optional<std::size_t> before;
    for (std::size_t row = 0; row < times.numbers.size(); ++row) {
        const double time = times.numbers[row];
        if (std::isnan(time))
            continue;
        const bool back = before && time < times.numbers[*before];
        if (!before || back || groupChanges(groups, row, *before)) {
            laid.starts.push_back(before ? end + between : time);
            laid.shifts.push_back(laid.starts.back() - time);
        }
        stepsBack = stepsBack || back;
        before = row;
        axis->numbers[row] = end = time + laid.shifts.back();
    }
    if (!stepsBack || times.numbers.size() < fewestReadings * laid.starts.size())
        return std::nullopt;
    axis->min = laid.starts.front();
    axis->max = end;
    laid.times = axis;
    return laid;
}

void breakAtGaps(Series& series, const Column* times, const std::vector<std::int32_t>& groups)
{
    const auto rowAt = [&](std::size_t place) { return series.rows.empty() ? place : series.rows[place]; };
    const double longest = times ? usualSteps * usualStep(*times, groups) : 0;
    std::size_t changes = 0;
    for (std::size_t place = 1; place < series.values.size(); ++place)
        changes += groupChanges(groups, rowAt(place), rowAt(place - 1));
    // Groups that are measured at the same time take turns; a line for each would be nothing but breaks.
    const bool inBlocks = changes * fewestReadings <= series.values.size();
    series.breaks.clear();
    for (std::size_t place = 1; place < series.values.size(); ++place) {
        const bool gap = longest > 0 && series.times[place] - series.times[place - 1] > longest;
        if (gap || (inBlocks && groupChanges(groups, rowAt(place), rowAt(place - 1))))
            series.breaks.push_back(place);
    }
}

}

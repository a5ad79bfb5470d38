#include "project/prediction_rows.h"

#include "data/chosen_column.h"
#include "data/reading_times.h"
#include "data/row_facts.h"
#include "data/window_dataset.h"

#include <algorithm>

namespace broto {

namespace {

/// What means "missing" in a column of the project.
std::vector<std::string> marksOf(const Project& project, std::string_view name)
{
    if (!project.source)
        return {};
    const std::vector<Column>& columns = project.source->table->columns;
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
    return column == columns.end()
               ? std::vector<std::string>()
               : project.data.columns[static_cast<std::size_t>(column - columns.begin())].missingMarks;
}

/// Where the recordings of another table begin, as far as it has the columns that tell it in the project's own.
ReadingFacts recordingsIn(const Project& project, const Table& table)
{
    ReadingFacts facts;
    if (!project.source || !project.data.windows)
        return facts;
    std::vector<PlannedColumn> groups;
    for (std::size_t i = 0; i < project.data.columns.size(); ++i) {
        const ColumnChoice& choice = project.data.columns[i];
        const bool isTime = choice.role == Role::Time;
        const Result<std::size_t> found = findColumn(table, project.source->table->columns[i].name);
        if ((!isTime && choice.role != Role::Group) || !found)
            continue;
        Result<std::shared_ptr<const Column>> column = chosenColumn(table.columns[*found], choice, table.cellFormat());
        if (!column)
            continue;
        if (isTime)
            facts.seconds = secondsOf(**column);
        else
            groups.push_back({*found, *std::move(column)});
    }
    if (!groups.empty())
        facts.groups = groupNumbers(groups).ofRow;
    facts.longestGap =
        project.data.windows->longestGap.value_or(usualLongestGap(paceOf(facts.seconds, facts.groups).step));
    return facts;
}

}

Result<Matrix> rowsOf(const Project& project, const DeployableModel& model, const Table& table)
{
    const std::vector<Feature>& features = model.preprocessing.features;
    std::vector<std::vector<std::string>> marks;
    for (const Feature& feature : features)
        marks.push_back(marksOf(project, feature.name));
    return rowsFor(features, table, marks);
}

Result<TableWindows> windowsOf(const Project& project, const DeployableModel& model, const Table& table)
{
    const Stream& stream = *model.preprocessing.stream;
    std::vector<std::vector<std::string>> marks;
    for (const StreamChannel& channel : stream.channels)
        marks.push_back(marksOf(project, channel.name));
    Result<Matrix> readings = readingsFor(stream, table, marks);
    if (!readings)
        return readings.error();
    TableWindows windows;
    windows.firstRows = windowsIn(stream, *readings, recordingsIn(project, table));
    if (windows.firstRows.empty())
        return message("project.no-window",
                       BROTO_TEXT("core",
                                  "The table has no window of %1 readings that follow each other without a gap, "
                                  "and the model takes no less."),
                       stream.length);
    carryLastReadings(stream, *readings);
    windows.rows = windowRows(stream, *readings, windows.firstRows);
    return windows;
}

}

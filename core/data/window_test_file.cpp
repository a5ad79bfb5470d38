#include "data/window_test_file.h"

#include "data/feature_values.h"
#include "data/test_file.h"

#include <algorithm>

namespace broto {

namespace {

std::vector<const PlannedColumn*> usedColumns(const ColumnPlan& columns)
{
    std::vector<const PlannedColumn*> used = {&columns.target};
    for (const PlannedFeature& feature : columns.features)
        used.push_back(&feature);
    for (const PlannedColumn& group : columns.groups)
        used.push_back(&group);
    if (columns.time)
        used.push_back(&*columns.time);
    return used;
}

/// The file's columns in the places of the table's; what is not used has no values.
Result<std::shared_ptr<const Table>> inPlaces(const Table& file, const Table& table, const ColumnPlan& columns)
{
    auto placed = std::make_shared<Table>();
    placed->rows = file.rows;
    placed->decimal = file.decimal;
    placed->fingerprint = file.fingerprint;
    for (const Column& column : table.columns) {
        placed->columns.emplace_back();
        placed->columns.back().header = column.header;
    }
    const ColumnIndex index(file);
    for (const PlannedColumn* used : usedColumns(columns)) {
        const Feature wanted{used->column->name, used->column->unit, {}, 0, 0};
        const Result<std::size_t> found = testFileColumn(index, wanted);
        if (!found)
            return found.error();
        const Column& column = file.columns[*found];
        if (std::optional<Message> problem = problemWithUnit(column, wanted))
            return *std::move(problem);
        placed->columns[used->index] = column;
    }
    return std::shared_ptr<const Table>(std::move(placed));
}

DataChoices choicesForFile(DataChoices choices, const WindowPlan& plan)
{
    choices.task = plan.task;
    choices.split = {1, 0, 0, choices.split.seed, SplitMethod::Random};
    WindowChoices& windows = *choices.windows;
    windows.length = {static_cast<double>(plan.stream.length)};
    windows.stride = {static_cast<double>(plan.stream.stride)};
    windows.readingsPerSecond = plan.stream.readingsPerSecond;
    windows.longestGap = plan.longestGap;
    return choices;
}

std::optional<Message> nameByTable(WindowPlan& plan, const std::vector<std::string>& classes, const Column& target)
{
    std::vector<std::int32_t> place;
    for (const std::string& name : plan.classes) {
        const auto known = std::find(classes.begin(), classes.end(), name);
        if (known == classes.end())
            return unknownTestClass(target, name);
        place.push_back(static_cast<std::int32_t>(known - classes.begin()));
    }
    for (PlannedWindow& window : plan.windows)
        if (plan.task == Task::Classification)
            window.label = place[static_cast<std::size_t>(window.label)];
    plan.classes = classes;
    return std::nullopt;
}

}

Result<WindowTestFile> windowsOfTestFile(const Table& file, const Table& table, const DataChoices& choices,
                                         const ColumnPlan& columns, const WindowPlan& plan)
{
    Result<std::shared_ptr<const Table>> placed = inPlaces(file, table, columns);
    if (!placed)
        return placed.error();
    const DataChoices ofFile = choicesForFile(choices, plan);
    Result<ColumnPlan> planned = planColumns(**placed, ofFile);
    if (!planned)
        return planned.error();
    Result<WindowPlan> windows = planWindows(**placed, ofFile);
    if (!windows)
        return windows.error();
    if (std::optional<Message> problem = nameByTable(*windows, plan.classes, *columns.target.column))
        return *std::move(problem);
    return WindowTestFile{*std::move(placed), *std::move(planned), *std::move(windows)};
}

}

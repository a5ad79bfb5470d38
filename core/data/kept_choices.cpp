#include "data/kept_choices.h"

#include "data/chosen_column.h"

#include <algorithm>
#include <unordered_map>

namespace broto {

namespace {

using Places = std::vector<std::optional<std::size_t>>;

/// For every column of one table its place in the other.
Places placesIn(const Table& other, const Table& table)
{
    std::unordered_map<std::string_view, std::size_t> headers;
    for (std::size_t i = 0; i < other.columns.size(); ++i)
        headers.emplace(other.columns[i].header, i);
    Places places(table.columns.size());
    bool any = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto place = headers.find(table.columns[i].header);
        if (place == headers.end())
            continue;
        places[i] = place->second;
        any = true;
    }
    if (!any && table.columns.size() == other.columns.size()) {
        for (std::size_t i = 0; i < places.size(); ++i)
            places[i] = i;
    }
    return places;
}

/// Gives a role that one column has to that one.
void giveTo(std::size_t chosen, Role role, Role otherwise, std::vector<ColumnChoice>& columns)
{
    for (ColumnChoice& column : columns) {
        if (column.role == role)
            column.role = otherwise;
    }
    columns[chosen].role = role;
}

void keepSplit(DataChoices& choices, const Places& placeInNew, const DataChoices& before)
{
    choices.split = before.split;
    if (!before.split.partColumn)
        return;
    choices.split.partColumn = placeInNew[*before.split.partColumn];
    if (!choices.split.partColumn && before.split.method == SplitMethod::Column)
        choices.split.method.reset();
}

}

DataChoices keptChoices(const DataChoices& before, const Table& from, const Table& to)
{
    DataChoices after = proposeChoices(to);
    const DataChoices proposedBefore = proposeChoices(from);
    const Places placeInNew = placesIn(to, from);
    after.scaling = before.scaling;
    after.windows = before.windows;
    keepSplit(after, placeInNew, before);
    const std::optional<std::size_t> target = columnWith(Role::Target, before);
    for (std::size_t i = 0; i < before.columns.size(); ++i) {
        if (!placeInNew[i] || i == target)
            continue;
        ColumnChoice& kept = after.columns[*placeInNew[i]];
        const Role role = before.columns[i].role == proposedBefore.columns[i].role ? kept.role : before.columns[i].role;
        kept = before.columns[i];
        kept.role = role;
    }
    if (target && placeInNew[*target]) {
        const std::size_t place = *placeInNew[*target];
        after.columns[place] = before.columns[*target];
        giveTo(place, Role::Target, Role::Feature, after.columns);
        after.task = before.task;
    }
    const std::optional<std::size_t> time = columnWith(Role::Time, before);
    if (time && placeInNew[*time] && after.columns[*placeInNew[*time]].role == Role::Time)
        giveTo(*placeInNew[*time], Role::Time, Role::Ignore, after.columns);
    return after;
}

Result<Table> withoutMarks(const Table& table, const DataChoices& choices)
{
    Table without = table;
    for (std::size_t i = 0; i < choices.columns.size(); ++i) {
        if (choices.columns[i].missingMarks.empty())
            continue;
        const Result<std::shared_ptr<const Column>> column =
            chosenColumn(table.columns[i], choices.columns[i], table.cellFormat());
        if (!column)
            return column.error();
        without.columns[i] = **column;
    }
    return without;
}

DataChoices proposedAgain(const DataChoices& choices, const Table& before, const Table& after)
{
    const DataChoices old = proposeChoices(before);
    const DataChoices fresh = proposeChoices(after);
    const auto isChosen = [&](std::size_t column) { return choices.columns[column].role != old.columns[column].role; };
    DataChoices proposed = choices;
    for (std::size_t i = 0; i < choices.columns.size(); ++i) {
        if (!isChosen(i))
            proposed.columns[i].role = fresh.columns[i].role;
    }
    // One column alone has these roles; where somebody chose it, or what would have it now, that is to stay.
    for (const Role role : {Role::Target, Role::Time}) {
        const std::optional<std::size_t> had = columnWith(role, choices);
        const std::optional<std::size_t> gets = columnWith(role, fresh);
        if (had == gets || ((!had || !isChosen(*had)) && (!gets || !isChosen(*gets))))
            continue;
        if (gets && !isChosen(*gets))
            proposed.columns[*gets].role = usableAsFeature(after.columns[*gets]) ? Role::Feature : Role::Ignore;
        if (had)
            proposed.columns[*had].role = role;
    }
    return proposed;
}

}

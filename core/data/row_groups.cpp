#include "data/row_groups.h"

#include "common/number_text.h"
#include "data/chosen_column.h"
#include "data/quantile.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace broto {

namespace {

/// Small numbers for the values of a column, one a row, and their names in the same order.
struct Labels {
    std::vector<std::int32_t> ofRow; ///< -1 where missing
    std::vector<std::string> names;
};

Labels labelsOf(const Column& column)
{
    if (column.texts())
        return {column.codes, column.categories};
    std::vector<double> values;
    for (const double number : column.numbers) {
        if (!std::isnan(number))
            values.push_back(number);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    Labels labels;
    for (const double value : values)
        labels.names.push_back(shortest(value + 0.0));
    labels.ofRow.reserve(column.numbers.size());
    for (const double number : column.numbers) {
        const auto place = std::lower_bound(values.begin(), values.end(), number);
        labels.ofRow.push_back(std::isnan(number) ? -1 : static_cast<std::int32_t>(place - values.begin()));
    }
    return labels;
}

/// The labels that have a group of their own, in their order: all, or the commonest.
std::vector<std::size_t> ownGroups(const Labels& labels)
{
    std::vector<std::size_t> counts(labels.names.size()), own(labels.names.size());
    for (const std::int32_t label : labels.ofRow) {
        if (label >= 0)
            ++counts[static_cast<std::size_t>(label)];
    }
    std::iota(own.begin(), own.end(), std::size_t{0});
    if (own.size() > RowGroups::mostClasses) {
        std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
        own.resize(RowGroups::mostClasses - 1);
        std::sort(own.begin(), own.end());
    }
    return own;
}

RowGroups groupsByClass(const Column& target)
{
    const Labels labels = labelsOf(target);
    const std::vector<std::size_t> own = ownGroups(labels);
    RowGroups groups;
    groups.by = RowGroups::By::Class;
    groups.count = own.size() + (own.size() < labels.names.size() ? 1 : 0);
    std::vector<std::int16_t> groupOf(labels.names.size(), static_cast<std::int16_t>(own.size()));
    for (std::size_t group = 0; group < own.size(); ++group) {
        groupOf[own[group]] = static_cast<std::int16_t>(group);
        groups.classes.push_back(labels.names[own[group]]);
    }
    groups.ofRow.reserve(labels.ofRow.size());
    for (const std::int32_t label : labels.ofRow)
        groups.ofRow.push_back(label < 0 ? RowGroups::none : groupOf[static_cast<std::size_t>(label)]);
    return groups;
}

RowGroups groupsByQuarter(const Column& target)
{
    std::vector<double> values;
    for (const double number : target.numbers) {
        if (!std::isnan(number))
            values.push_back(number);
    }
    RowGroups groups;
    if (values.empty())
        return groups;
    std::sort(values.begin(), values.end());
    groups.by = RowGroups::By::Quarter;
    groups.count = 4;
    for (std::size_t i = 0; i < groups.borders.size(); ++i)
        groups.borders[i] = quantileOf(values, 0.25 * static_cast<double>(i));
    for (const double number : target.numbers) {
        const auto above = std::count_if(groups.borders.begin() + 1, groups.borders.begin() + 4,
                                         [number](double border) { return number > border; });
        groups.ofRow.push_back(std::isnan(number) ? RowGroups::none : static_cast<std::int16_t>(above));
    }
    return groups;
}

}

RowGroups groupsByTarget(const Table& table, const DataChoices& choices)
{
    const std::optional<std::size_t> index = columnWith(Role::Target, choices);
    if (!index || *index >= table.columns.size())
        return {};
    const std::shared_ptr<const Column> target = columnAsChosen(table, choices, *index);
    if (target->distinct < 2 || target->values == Column::Values::Times)
        return {};
    if (choices.task.value_or(suggestedTask(*target)) == Task::Classification)
        return groupsByClass(*target);
    return target->numeric() ? groupsByQuarter(*target) : RowGroups();
}

RowGroups groupsByPart(const Dataset& dataset, const DataChoices& choices, std::size_t rows)
{
    RowGroups groups;
    groups.by = RowGroups::By::Part;
    groups.count = 3;
    groups.ofRow.assign(rows, RowGroups::none);
    const std::size_t length = dataset.preprocessing.stream ? dataset.preprocessing.stream->length : 1;
    const auto mark = [&](const DataPart& part, std::int16_t group) {
        for (const std::size_t first : part.tableRows) {
            for (std::size_t row = first; row < std::min(first + length, rows); ++row)
                groups.ofRow[row] = group;
        }
    };
    mark(dataset.training, 0);
    mark(dataset.validation, 1);
    if (choices.split.method != SplitMethod::File) // the test rows of a file of their own are not in this table
        mark(dataset.test, 2);
    return groups;
}

std::shared_ptr<const Column> columnAsChosen(const Table& table, const DataChoices& choices, std::size_t column)
{
    const Column& own = table.columns[column];
    if (column < choices.columns.size()) {
        if (auto chosen = chosenColumn(own, choices.columns[column], table.cellFormat()))
            return *chosen;
    }
    return {std::shared_ptr<const Column>(), &own};
}

std::shared_ptr<const Column> columnAsChosen(const std::shared_ptr<const Table>& table, const DataChoices& choices,
                                             std::size_t column)
{
    std::shared_ptr<const Column> chosen = columnAsChosen(*table, choices, column);
    return chosen.get() == &table->columns[column] ? std::shared_ptr<const Column>(table, chosen.get()) : chosen;
}

}

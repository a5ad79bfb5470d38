#include "data/column_roles.h"

#include "data/column_typing.h"
#include "data/float_spread.h"
#include "data/value_text.h"

#include <algorithm>

namespace broto {

namespace {

Message onlyOneColumn()
{
    return message("data.one-column-of-role",
                   BROTO_TEXT("core", "Only one column can be the target, and only one the time. Select one of them."));
}

bool holdsTimes(const Column& column)
{
    return column.type == ColumnType::DateTime || column.values == Column::Values::Times;
}

bool holdsSomeNumber(const Column& column)
{
    return std::any_of(column.categories.begin(), column.categories.end(), [](const std::string& text) {
        const std::string_view bare = trimmed(text);
        return readNumber(bare, '.').kind == NumberKind::Finite || readNumber(bare, ',').kind == NumberKind::Finite;
    });
}

Role roleWithout(const Column& column)
{
    return usableAsFeature(column) ? Role::Feature : Role::Ignore;
}

}

std::vector<Role> possibleRoles(const Column& column)
{
    std::vector<Role> roles;
    const bool fewTexts = column.texts() && !column.categories.empty() && column.categories.size() <= mostCategories;
    if (fewTexts || (column.numeric() && !isTooFineForFloats(column)))
        roles.push_back(Role::Feature);
    if (usableAsTarget(column) || column.numeric() || canBeClasses(column))
        roles.push_back(Role::Target);
    roles.push_back(Role::Ignore);
    roles.push_back(Role::Group);
    if (!column.texts() || holdsTimes(column))
        roles.push_back(Role::Time);
    return roles;
}

std::vector<ColumnType> possibleTypes(const Column& column)
{
    if (holdsTimes(column))
        return {ColumnType::DateTime, ColumnType::Identifier, ColumnType::Text};
    std::vector<ColumnType> types;
    if (!column.texts() || holdsSomeNumber(column))
        types = {ColumnType::Number, ColumnType::Integer};
    types.push_back(ColumnType::Category);
    if (column.distinct <= 2)
        types.push_back(ColumnType::Boolean);
    types.push_back(ColumnType::Identifier);
    types.push_back(ColumnType::Text);
    return types;
}

std::vector<MissingPolicy> possibleMissingPolicies(const Column& column)
{
    std::vector<MissingPolicy> policies = {MissingPolicy::Keep, MissingPolicy::DropRows};
    if (column.numeric()) {
        policies.push_back(MissingPolicy::Mean);
        policies.push_back(MissingPolicy::Median);
    }
    policies.push_back(MissingPolicy::MostFrequent);
    policies.push_back(MissingPolicy::LastValue);
    return policies;
}

MissingPolicy usualMissingPolicy(const Column& column, const DataChoices& choices)
{
    if (choices.windows)
        return MissingPolicy::Keep; // a window does not reach over what is missing
    return column.numeric() ? MissingPolicy::Mean : MissingPolicy::MostFrequent;
}

Result<void> giveRole(DataChoices& choices, const Table& table, std::span<const std::size_t> columns, Role role)
{
    const bool alone = role == Role::Target || role == Role::Time;
    if (alone && columns.size() > 1)
        return onlyOneColumn();
    if (role == Role::Target && !columns.empty())
        return chooseTarget(choices, table, table.columns[columns.front()].header);
    for (std::size_t i = 0; alone && i < choices.columns.size(); ++i) {
        if (choices.columns[i].role == role)
            choices.columns[i].role = roleWithout(table.columns[i]);
    }
    for (const std::size_t column : columns)
        choices.columns[column].role = role;
    return {};
}

}

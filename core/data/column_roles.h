#pragma once

#include "data/data_choices.h"

#include <span>
#include <vector>

namespace broto {

/// The roles that makeDataset can make something of for this column.
std::vector<Role> possibleRoles(const Column& column);

/// The types that a person may give a column: numbers only where there are some. Whether all of its values allow it is
/// found out in chosenColumn.
std::vector<ColumnType> possibleTypes(const Column& column);

/// What can stand for the missing values of a feature, and what does unless somebody chooses.
std::vector<MissingPolicy> possibleMissingPolicies(const Column& column);
MissingPolicy usualMissingPolicy(const Column& column, const DataChoices& choices);

/// Gives columns a role. One column alone is the target, and one the time: whichever was it before becomes what it
/// would be proposed as without. Fails where several are to be the target or the time.
Result<void> giveRole(DataChoices& choices, const Table& table, std::span<const std::size_t> columns, Role role);

}

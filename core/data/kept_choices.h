#pragma once

#include "data/data_choices.h"

namespace broto {

/// The choices for a table that was read in another way from the same bytes. The target stays, and so does whatever
/// else a person has chosen about a column that is still there; the rest is proposed anew, for other values may have
/// other types. Columns are told by their headers, or by their places where none has its header any more.
DataChoices keptChoices(const DataChoices& before, const Table& from, const Table& to);

/// The table as it is without the values that the choices name as signs of missing ones. Fails where a column cannot be
/// what they make of it.
Result<Table> withoutMarks(const Table& table, const DataChoices& choices);

/// The roles that would be proposed for `after`, the table without such values, for all columns that still have the one
/// that was proposed for `before`, the table with them. What somebody chose stays.
DataChoices proposedAgain(const DataChoices& choices, const Table& before, const Table& after);

}

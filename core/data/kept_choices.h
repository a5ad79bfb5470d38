#pragma once

#include "data/data_choices.h"

namespace broto {

/// The choices for a table that was read in another way from the same bytes. The target stays, and so does whatever
/// else a person has chosen about a column that is still there; the rest is proposed anew, for other values may have
/// other types. Columns are told by their headers, or by their places where none has its header any more.
DataChoices keptChoices(const DataChoices& before, const Table& from, const Table& to);

}

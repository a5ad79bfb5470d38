#pragma once

#include "data/column_plan.h"
#include "data/split_rows.h"
#include "data/target_values.h"

namespace broto {

/// The rows that can be shared out, and what the split has to know about them.
struct SplitBasis {
    TargetValues target; ///< of the rows that can be shared out
    RowFacts facts;      ///< one a row of `target`
    std::vector<Message> warnings;
};

/// Takes out the rows that the split has no place for: without a time, or without a part. Fails when the split needs a
/// column that nobody has chosen, and when a part has a name that is not understood.
Result<SplitBasis> splitBasis(const ColumnPlan& plan, const DataChoices& choices, Task task, TargetValues target);

/// Numbers from 0 for what the group columns (one at least) say together, one a row of the table; a missing value is a
/// value too.
struct GroupNumbers {
    std::vector<std::int32_t> ofRow;
    std::size_t count = 0;
};
GroupNumbers groupNumbers(const std::vector<PlannedColumn>& groups);

}

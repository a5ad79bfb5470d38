#pragma once

#include "data/column_plan.h"
#include "data/window_plan.h"

#include <memory>

namespace broto {

/// The windows of test rows that stand in a file of their own.
struct WindowTestFile {
    std::shared_ptr<const Table>
        table; ///< the file's columns in the places of the table's; `columns` may point into it
    ColumnPlan columns;
    WindowPlan plan; ///< all windows; labels are those of the table's classes
};

/// Plans them with the lengths, the rate and the longest gap of the table's own plan. Columns are found by name. Fails
/// by name where one is missing, and where the file has a class that the table's windows do not have.
Result<WindowTestFile> windowsOfTestFile(const Table& file, const Table& table, const DataChoices& choices,
                                         const ColumnPlan& columns, const WindowPlan& plan);

}

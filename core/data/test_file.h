#pragma once

#include "data/column_index.h"
#include "data/column_plan.h"
#include "data/dataset.h"
#include "data/last_values.h"

namespace broto {

/// The column of a test file that holds a feature or the target; fails by its name.
Result<std::size_t> testFileColumn(const ColumnIndex& index, const Feature& feature);

/// What to say of a class that only the test file has.
Message unknownTestClass(const Column& column, std::string_view text);

/// The order of rows of a test file, as far as it has the columns that tell it of the table.
RowOrder orderInFile(const Table& file, const ColumnPlan& plan, const DataChoices& choices,
                     const std::vector<std::size_t>& rows);

/// The rows of a test file of its own as a part of a data set, raw: its columns are found by name and read by the same
/// choices. `columns` stand behind `features`, one each. Fails by name where a column is missing, and where the file
/// has a class that the table does not know.
Result<DataPart> partFromFile(const Table& file, const Target& target, const PlannedColumn& targetColumn,
                              const std::vector<Feature>& features, const std::vector<PlannedFeature>& columns,
                              const DataChoices& choices);

}

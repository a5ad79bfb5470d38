#pragma once

#include "data/column_plan.h"
#include "data/dataset.h"
#include "data/window_stretches.h"

namespace broto {

/// A data set whose rows are the windows of a table (see WindowPlan), told by their features as a board finds them. The
/// choices have windows. Fails as planWindows and makeDataset do.
Result<Dataset> makeWindowDataset(const Table& table, const DataChoices& choices, const Table* testFile,
                                  const ColumnPlan& columns, const RunControl& control = {});

/// Gives missing values of channels with MissingReading::LastValue the one in the row before.
void carryLastReadings(const Stream& stream, Matrix& readings);

/// The features of some windows, a matrix row each: `firstRows` ascend and are rows of `readings`. The values that
/// the stream fills in are missing (NaN) in `readings`. Windows that overlap are found in one go; none may hold a
/// reading that the stream restarts at. Stopped: the rows that were not reached hold nothing.
Matrix windowRows(const Stream& stream, const Matrix& readings, const std::vector<std::size_t>& firstRows,
                  const RunControl& control = {});

/// The first rows of all windows of a table that is only to be predicted: `facts` say where recordings begin, apart
/// from readings that lack a value.
std::vector<std::size_t> windowsIn(const Stream& stream, const Matrix& readings, ReadingFacts facts);

}

#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/table.h"

#include <cstdint>
#include <vector>

namespace broto {

/// Rows of a table by their number, from 0, in the order in which they are shown.
using RowNumbers = std::vector<std::uint32_t>;

enum class SortDirection { Ascending, Descending };

/// Every row, in the order of the file.
RowNumbers allRows(std::size_t count);

/// Sorts rows that are in the order of the file by the values of a column; equal ones stay in that order. Texts are
/// compared byte by byte. Missing values come last in both directions. Fails only when cancelled.
Result<RowNumbers> sortedRows(const Column& column, SortDirection direction, const RowNumbers& rows,
                              const RunControl& control = {});

}

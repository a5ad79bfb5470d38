#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/row_order.h"

#include <QString>

#include <memory>
#include <vector>

class QItemSelection;

namespace broto::ui {

/// Cells of a table from a first row and column to a last one, as they are shown.
struct CellRange {
    int firstRow = 0, lastRow = 0, firstColumn = 0, lastColumn = 0;
};
std::vector<CellRange> rangesOf(const QItemSelection& selection);

/// The cells of columns as text for a spreadsheet: tabs between columns, one line a row, the columns' names first where
/// there is more than one cell. `rows` says which row stands where; null: as in the file. Missing values are empty.
/// Fails only when cancelled.
Result<QString> copiedCells(const std::vector<std::shared_ptr<const Column>>& columns, const RowNumbers* rows,
                            const std::vector<CellRange>& ranges, const RunControl& control = {});

}

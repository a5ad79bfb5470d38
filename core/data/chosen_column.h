#pragma once

#include "common/result.h"
#include "data/data_choices.h"

#include <memory>
#include <vector>

namespace broto {

/// A column as a person wants it: without the values that were named as marks of a missing one, and of the chosen type.
/// Where there is nothing to change this is the table's own column, which must outlive the result. Fails when the
/// values cannot be of that type, and names the first that cannot.
///
/// Texts without their marks are what the reader would have made of them, written as `format` says.
Result<std::shared_ptr<const Column>> chosenColumn(const Column& column, const ColumnChoice& choice,
                                                   const CellFormat& format);

/// All columns of a table, or why one cannot be as it is wanted. They share the table.
using ChosenColumns = std::vector<Result<std::shared_ptr<const Column>>>;
ChosenColumns chosenColumns(const std::shared_ptr<const Table>& table, const DataChoices& choices);

}

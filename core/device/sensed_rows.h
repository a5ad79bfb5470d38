#pragma once

#include "compression/deployable_model.h"
#include "device/captured_rows.h"

namespace broto {

/// Rows that a board has sensed, with what a person says they are, as rows for the table that the model learns from.
/// Fails where that table has other columns than the model's features and its target, or the label is none for it.
Result<CapturedRows> rowsForTable(const std::vector<std::vector<float>>& sensed, const std::string& label,
                                  const DeployableModel& model, const Table& table);

}

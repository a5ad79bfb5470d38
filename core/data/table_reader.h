#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/table.h"

#include <string_view>

namespace broto {

/// Reads a CSV of any common kind: separators, quotes with doubled quotes and line breaks inside, a header or none.
/// Ragged lines are left out and named in the warnings. Fails on empty and binary input and on a table without rows.
Result<Table> readTable(std::string_view bytes, const ReadOptions& options = {}, const RunControl& control = {});

/// The first rows of the same, read from the first bytes alone: instantaneous whatever the size. Types and statistics
/// are of those rows.
Result<Table> previewTable(std::string_view bytes, const ReadOptions& options = {}, std::size_t rows = 200);

}

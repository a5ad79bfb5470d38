#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/table.h"

#include <cstdint>
#include <string_view>

namespace broto {

/// Reads a CSV of any common kind: what it is written like is found out from its first lines unless `options` say it.
/// Ragged lines are left out and named in the warnings. Fails on empty and binary input, on a table without rows, and
/// when the table would not fit into the memory that is free, before much of it is taken. Bytes read: 1/2 of the
/// progress is one pass over all of them, the rest becomes values.
Result<Table> readTable(std::string_view bytes, const ReadOptions& options = {}, const RunControl& control = {});

/// The same with another limit for the memory that values may take.
Result<Table> readTableWithin(std::uint64_t memoryBytes, std::string_view bytes, const ReadOptions& options = {},
                              const RunControl& control = {});

/// The first rows of the same: instantaneous whatever the size. What is found out comes from the first megabyte, types
/// and statistics from these rows.
Result<Table> previewTable(std::string_view bytes, const ReadOptions& options = {}, std::size_t rows = 200);

}

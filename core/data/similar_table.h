#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/table.h"

#include <string_view>

namespace broto {

/// Reads a table that is to go with one that is known: where its own cells leave open whether "1.005" is a thousand or
/// one, and 04/02 in February or April, they mean what they mean there. `options` come before both.
Result<Table> readSimilarTable(std::string_view bytes, const ReadOptions& options, const Table& known,
                               const RunControl& control = {});

}

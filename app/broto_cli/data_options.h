#pragma once

#include "common/result.h"
#include "data/data_choices.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace broto {

/// What `train` can be told about its table besides the columns, as it was typed; the parser has checked each of them.
struct DataOptions {
    std::string splitBy;
    std::string testFile;
    int folds = 0; ///< 0: none
    int fold = 0;  ///< from 1; 0: each of them in turn
    std::string missing;
    std::vector<std::string> missingValues;
    std::string scaling;
};

void addDataOptions(CLI::App& command, DataOptions& options);

/// The values that mean "missing". Fails when a column is not found.
Result<void> applyMissingValues(DataChoices& choices, const Table& table, const DataOptions& options);

/// Everything else. Changes the choices; the test file is left to the caller. Fails when a column is not found or is
/// the target.
Result<void> applyDataOptions(DataChoices& choices, const Table& table, const DataOptions& options);

}

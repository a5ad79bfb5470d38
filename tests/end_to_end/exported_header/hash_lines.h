#pragma once

#include "compression/deployable_model.h"

#include <string>
#include <vector>

namespace broto {

/// How many rows are made up (tests/support/emulated/made_up_rows.h), and after how many of them a hash of all raw
/// outputs is said, and the answer is asked for, too.
struct HashedRows {
    int rows = 0;
    int rowsAHash = 0;
    int rowsAnAnswer = 1;
};

/// A program that includes an exported header and says these hashes (tests/support/emulated/stream_hashes.h).
std::string hashingProgram(const DeployableModel& model, const std::string& identifier, const HashedRows& rows);

/// What that program has to say, worked out by the workbench's own Predictor.
std::vector<std::string> expectedHashes(const DeployableModel& model, const HashedRows& rows);

}

#pragma once

#include "common/result.h"
#include "common/run_control.h"
#include "data/data_checks.h"
#include "data/dataset.h"
#include "device/board_check.h"
#include "project/project.h"
#include "project/runs.h"
#include "project/variants.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace broto {

/// The steps that the window and the command line share. Each takes a project and returns a new one; none touches its
/// argument. Training is in runs.h, compression in variants.h.

/// A new project with a table in it: reads the bytes, takes the sidecar's proposals when there is one.
Result<Project> projectWithData(std::string fileName, std::shared_ptr<const FileBytes> bytes,
                                std::string_view sidecar = {}, const ReadOptions& reading = {},
                                const RunControl& control = {});
Result<Project> projectWithData(std::string fileName, std::string bytes, std::string_view sidecar = {},
                                const ReadOptions& reading = {}, const RunControl& control = {});

/// The same from a file, with the sidecar beside it (`name.csv.json`).
Result<Project> projectWithFile(const std::filesystem::path& csv, const ReadOptions& reading = {},
                                const RunControl& control = {});

/// The project with its test rows from a file of their own, and the split to match.
Result<Project> withTestFile(const Project& project, const std::filesystem::path& csv, const RunControl& control = {});

/// The project's data, ready for learning.
Result<Dataset> datasetOf(const Project& project, const RunControl& control = {});

/// What to know about the data before training the project's network on them.
std::vector<DataCheck> checksOf(const Project& project, const Dataset& data, const RunControl& control = {});

/// Rows to check a board with: the test rows first, then validation and training rows, up to `most`.
Matrix checkRows(const Dataset& data, std::size_t most);

/// Checks a board with them, or with as many windows in the same order where the model takes readings.
Result<BoardReport> checkWithRowsOf(const Dataset& data, const DeployableModel& model, std::size_t most,
                                    BoardConnection& board, const RunControl& control = {});

/// "iris" of "iris.csv": what exported files are named after.
std::string projectName(const Project& project);

}

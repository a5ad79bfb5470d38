#pragma once

#include "boards/board.h"
#include "device/board_check.h"
#include "device/ports.h"
#include "project_input.h"
#include "session.h"

#include <filesystem>
#include <string_view>

namespace broto {

/// Where a demonstration runs.
struct DemoPlace {
    const Board& board;
    const Port& port;
    std::filesystem::path folder; ///< for the program's sources; made when missing
};

/// What one sample came to.
struct DemoResult {
    std::string sample;
    Task task = Task::Classification;
    double floatMetric = 0;
    double int8Metric = 0;
    std::int64_t flashBytes = 0;
    std::int64_t ramBytes = 0;
    double microseconds = 0; ///< for one answer, measured on the board
    BoardReport report;
    bool good = false;
};

/// Trains on a sample, compresses, builds, uploads and checks, with a line on standard error for each step.
Result<DemoResult> runDemoTask(std::string_view sample, const DemoPlace& place, Session& session);

}

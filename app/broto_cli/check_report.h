#pragma once

#include "device/board_check.h"
#include "device/ports.h"
#include "project_input.h"
#include "session.h"

namespace broto {

/// A board that runs a variant of a project, as the command line tells it.
struct BoardToCheck {
    std::string project;
    std::string variant;
    std::string port;
    std::string virtualBoard;
    std::size_t rows = 500; ///< at most, or windows
};

struct CheckedVariant {
    OpenedVariant opened;
    BoardReport report;
};

/// Finds the board and checks it with the rows of the project.
Result<CheckedVariant> checkVariant(const BoardToCheck& board, Session& session);

/// Opens the port, waits for the board and checks it with at most so many rows or windows. A board that goes meanwhile
/// is waited for, and the session says so.
Result<BoardReport> checkOverPort(const DeployableModel& model, const Dataset& data, std::size_t most, const Port& port,
                                  Session& session, std::chrono::milliseconds greetingLimit = longestSilence);

/// What `check` prints about a report.
Outcome outcomeOf(const BoardReport& report);

}

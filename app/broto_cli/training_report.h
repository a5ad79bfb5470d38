#pragma once

#include "metrics_report.h"
#include "project/project.h"
#include "session.h"

#include <optional>
#include <string>

namespace broto {

/// One line on standard error for every tenth of the epochs.
EpochObserver epochLines(const Session& session, int epochs, Task task);

/// Training keeps a network that cannot be quantized; here is why it could not be.
void warnWhenNotQuantized(const Project& project, const Dataset& data, const Session& session);

/// What is found out about a trained project besides what it holds.
struct TrainingFindings {
    PartReports reports;
    std::optional<CrossValidation> crossValidation; ///< with --folds and without --fold
};

/// What `train` and `resume` leave for standard output; see docs/cli.md.
Json trainingJson(const Project& project, const Dataset& data, const TrainingFindings& findings);
std::string trainingText(const Project& project, const Dataset& data, const TrainingFindings& findings,
                         const std::string& savedAs);

}

#pragma once

#include "metrics_report.h"
#include "project/project.h"
#include "session.h"

#include <optional>
#include <string>

namespace broto {

/// What is found out about a trained project besides what it holds.
struct TrainingFindings {
    PartReports reports;
    std::optional<CrossValidation> crossValidation; ///< with --folds and without --fold
};

/// What `train` leaves for standard output; see docs/cli.md.
Json trainingJson(const Project& project, const Dataset& data, const TrainingFindings& findings);
std::string trainingText(const Project& project, const Dataset& data, const TrainingFindings& findings,
                         const std::string& savedAs);

}

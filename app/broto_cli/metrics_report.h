#pragma once

#include "session.h"
#include "training/cross_validation.h"
#include "training/part_report.h"

#include <array>
#include <string>

namespace broto {

/// The reports of a network on the training, validation and test rows.
using PartReports = std::array<PartReport, 3>;
PartReports reportsOn(const Network& network, const Dataset& data);

/// {"training", "validation", "test"}, null for a part without rows; see docs/cli.md.
Json reportsJson(const PartReports& reports, const Dataset& data);

/// The same for people, without what is told of single classes: a line a metric, with a line break before each.
std::string reportsText(const PartReports& reports, const Target& target);

/// {"folds", "mean", "deviation", "tests"}.
Json crossValidationJson(const CrossValidation& result);
std::string crossValidationText(const CrossValidation& result, Task task);

}

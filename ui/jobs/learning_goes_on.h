#pragma once

#include "common/message.h"
#include "ui/jobs/job_runner.h"

#include <optional>

namespace broto::ui {

/// A job takes the place of the one that runs: of one that learns it must not, unasked. Then this says so.
std::optional<Message> learningGoesOn(const JobRunner& runner);

}

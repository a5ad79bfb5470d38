#pragma once

#include "project/project.h"
#include "session.h"

namespace broto {

/// All there is to know about a project's table before training, as JSON and for people.
Outcome tableReport(const Project& project, const RunControl& control);

}

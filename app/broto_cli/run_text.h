#pragma once

#include "project/project.h"

#include <string>
#include <vector>

namespace broto {

/// All runs of a project by their numbers, the last one among them.
std::vector<std::shared_ptr<const TrainedNetwork>> allRuns(const Project& project);

/// What differs in a run from the one before it, in the user's language. Nothing for the first.
std::vector<std::string> differencesFromBefore(const Project& project, int number);

/// The same as lines below a heading; empty where there is no run before it.
std::string differencesText(const Project& project, int number);

}

#pragma once

#include "project/kept_runs.h"

#include <string>
#include <vector>

namespace broto {

/// What differs in a run from the one before it, in the user's language. Nothing for the first.
std::vector<std::string> differencesFromBefore(const Project& project, int number);

/// The same as lines below a heading; empty where there is no run before it.
std::string differencesText(const Project& project, int number);

}

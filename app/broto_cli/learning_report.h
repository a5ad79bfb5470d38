#pragma once

#include "data/dataset.h"
#include "session.h"

#include <string>

namespace broto {

/// What would be learned from a table: {"task", "target", "inputs", "features", "scaling", "split"}, see docs/cli.md.
Json learningJson(const Dataset& data, const DataChoices& choices);

/// The same for people: a sentence, and the rows of every class in every part of the split.
std::string learningText(const Dataset& data, const DataChoices& choices);

}

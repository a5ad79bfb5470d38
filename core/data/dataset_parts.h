#pragma once

#include "data/dataset.h"

#include <optional>

namespace broto {

// Steps that are the same whether a row of a data set is a row of the table or a window of it.

/// Adds which columns nobody can learn from, and why.
void warnOfIgnoredColumns(const Table& table, const DataChoices& choices, std::vector<Message>& warnings);

/// Regression: what the network learns of a value. Classification: nothing to do.
void fitTarget(Target& target, const DataPart& training);

/// A split that does not look at the classes may leave too little to learn from, and so may missing values.
std::optional<Message> problemWithTraining(const Dataset& dataset);

}

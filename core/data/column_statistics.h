#pragma once

#include "data/table.h"

namespace broto {

/// Counts and statistics of a column of numbers or times, from its values.
void describeNumbers(Column& column);

}

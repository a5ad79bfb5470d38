#pragma once

#include "data/table.h"

#include <optional>
#include <string>

namespace broto {

/// Makes times of a column of numbers such as 20240305 or 20240305140000, where its name says that they are dates and
/// all of them can be. Gives back one of them. Nothing: the column is as it was.
std::optional<std::string> takeCompactDates(Column& column);

}

#pragma once

#include "data/table.h"

namespace broto {

/// Loggers write the date in one column and the time of day in another. Where there is one of each, the column of dates
/// takes the time of day as well, and a warning says so: neither tells by itself when a row was.
void joinTimes(Table& table);

}

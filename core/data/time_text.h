#pragma once

#include "data/table.h"

#include <string>

namespace broto {

/// Whether a column of times holds times of day alone, without a date.
bool holdsTimesOfDay(const Column& column);

/// Seconds since 1970-01-01 00:00 as "2015-02-04 17:51:00", the fraction where there is one; empty for NaN.
std::string dateTimeText(double seconds);

/// The same without the date: "17:51:00".
std::string timeOfDayText(double seconds);

/// A value of a column of times as the column's values are written here: as a date or a time of day alone where all of
/// them are. Empty for NaN.
std::string timeText(const Column& column, double seconds);

}

#pragma once

#include "data/date_order.h"

#include <optional>
#include <string_view>

namespace broto {

/// A date, a time of day or both, as a cell says it: 2015-02-04T17:51:00.5Z, 04/02/2015, 2/4/15 5:51 PM, 17:51, 14h30,
/// Tue, 5 Mar 2024 14:00:12 -0300, 5 de março de 2024.
struct TimeReading {
    double seconds = 0; ///< since 1970-01-01 00:00 as written, or since midnight where there is no date
    bool date = false;
    unsigned orders = 0; ///< of DateOrder: those in which the date can be read; 0: no date, or one of a single reading
    bool open = false;   ///< and they give different dates
    std::optional<int> zoneMinutes = {}; ///< east of Greenwich
};

/// The whole cell as a time. Where its date can be read in `order`, it is. Two-digit years are those from 1969 to 2068.
std::optional<TimeReading> readTime(std::string_view cell, DateOrder order);

bool isDateTime(std::string_view cell);

/// The same time with its date, written as three numbers, read in another order. Both must be possible.
double timeInOtherOrder(double seconds, DateOrder from, DateOrder to);

}

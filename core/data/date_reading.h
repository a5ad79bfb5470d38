#pragma once

#include "data/calendar_date.h"
#include "data/date_order.h"
#include "data/time_scanner.h"

#include <optional>

namespace broto {

struct DateReading {
    CalendarDate date;
    /// Those in which the date can be read; 0 where it is written in a way of which there is one reading: 2015-02-04,
    /// 04.02.2015, 5 March 2024.
    unsigned orders = 0;
    bool open = false;      ///< the orders give different dates
    bool yearLacks = false; ///< it stands behind the time, as in "Tue Mar  5 14:00:12 2024"
};

/// Takes a date off the front, a weekday's name before it as well. Where the date can be read in `order`, it is.
/// Two-digit years are those from 1969 to 2068.
std::optional<DateReading> takeDate(TimeScanner& scanner, DateOrder order);

/// The year behind a time, of a reading that lacks it.
bool takeLackingYear(TimeScanner& scanner, DateReading& reading);

/// The same text read in another order; both must be possible.
CalendarDate readInOtherOrder(const CalendarDate& date, DateOrder from, DateOrder to);

}

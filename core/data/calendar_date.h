#pragma once

#include <cstdint>

namespace broto {

/// A day of the Gregorian calendar, carried on to all years.
struct CalendarDate {
    std::int64_t year = 1970;
    int month = 1;
    int day = 1;
};

inline constexpr double secondsPerDay = 86400;

/// Days since 1970-01-01.
std::int64_t daysOf(const CalendarDate& date);
CalendarDate dateOf(std::int64_t days);

/// Of a month 1 .. 12.
int daysInMonth(std::int64_t year, int month);

}

#include "data/calendar_date.h"

namespace broto {

namespace {

// Counted from 1 March of the year 0, leap days come last in a year and 400 years are all alike.
constexpr std::int64_t daysOf400Years = 146097;
constexpr std::int64_t daysBefore1970 = 719468;

std::int64_t flooredRatio(std::int64_t number, std::int64_t divisor)
{
    return (number >= 0 ? number : number - (divisor - 1)) / divisor;
}

bool isLeapYear(std::int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

}

std::int64_t daysOf(const CalendarDate& date)
{
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = flooredRatio(year, 400);
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    const std::int64_t dayOfYear = (153 * month + 2) / 5 + date.day - 1;
    return era * daysOf400Years + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - daysBefore1970;
}

CalendarDate dateOf(std::int64_t days)
{
    const std::int64_t shifted = days + daysBefore1970;
    const std::int64_t era = flooredRatio(shifted, daysOf400Years);
    const std::int64_t day = shifted - era * daysOf400Years;
    const std::int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    const std::int64_t dayOfYear = day - (365 * year + year / 4 - year / 100);
    const std::int64_t month = (5 * dayOfYear + 2) / 153;
    const bool nextYear = month >= 10;
    return {year + era * 400 + (nextYear ? 1 : 0), static_cast<int>(nextYear ? month - 9 : month + 3),
            static_cast<int>(dayOfYear - (153 * month + 2) / 5 + 1)};
}

int daysInMonth(std::int64_t year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

}

#include "data/time_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace broto {

namespace {

constexpr double secondsPerDay = 86400;

/// To the microsecond: finer than that no time of this century can be told apart as a double.
double settled(double seconds)
{
    constexpr double largest = 1e14; // some three million years
    return std::round(std::clamp(seconds, -largest, largest) * 1e6) / 1e6;
}

std::string clockText(double seconds)
{
    const double whole = std::floor(seconds);
    const auto ofDay = static_cast<int>(whole - std::floor(whole / secondsPerDay) * secondsPerDay);
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", ofDay / 3600, ofDay / 60 % 60, ofDay % 60);
    std::string result = text.data();
    if (const long micros = std::lround((seconds - whole) * 1e6); micros > 0) {
        std::snprintf(text.data(), text.size(), ".%06ld", micros);
        result += text.data();
        result.erase(result.find_last_not_of('0') + 1);
    }
    return result;
}

/// Days since 1970-01-01 as a date of the Gregorian calendar.
std::string dateText(std::int64_t days)
{
    // Counted from 1 March of the year 0, leap days come last in a year and 400 years are all alike.
    constexpr std::int64_t daysOf400Years = 146097;
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - (daysOf400Years - 1)) / daysOf400Years;
    const std::int64_t day = shifted - era * daysOf400Years;
    const std::int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    const std::int64_t dayOfYear = day - (365 * year + year / 4 - year / 100);
    const std::int64_t month = (5 * dayOfYear + 2) / 153;
    const std::int64_t dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
    const bool nextYear = month >= 10;
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%04lld-%02d-%02d",
                  static_cast<long long>(year + era * 400 + (nextYear ? 1 : 0)),
                  static_cast<int>(nextYear ? month - 9 : month + 3), static_cast<int>(dayOfMonth));
    return text.data();
}

}

bool holdsTimesOfDay(const Column& column)
{
    return column.values == Column::Values::Times && column.min >= 0 && column.max < secondsPerDay;
}

std::string dateTimeText(double seconds)
{
    if (std::isnan(seconds))
        return {};
    const double time = settled(seconds);
    return dateText(static_cast<std::int64_t>(std::floor(time / secondsPerDay))) + " " + clockText(time);
}

std::string timeOfDayText(double seconds)
{
    return std::isnan(seconds) ? std::string() : clockText(settled(seconds));
}

}

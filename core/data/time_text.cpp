#include "data/time_text.h"

#include "data/calendar_date.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace broto {

namespace {

/// To the microsecond: finer than that no time of this century can be told apart as a double.
double roundedSeconds(double seconds)
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

std::string dateText(double seconds)
{
    const CalendarDate date = dateOf(static_cast<std::int64_t>(std::floor(seconds / secondsPerDay)));
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%04lld-%02d-%02d", static_cast<long long>(date.year), date.month,
                  date.day);
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
    const double time = roundedSeconds(seconds);
    return dateText(time) + " " + clockText(time);
}

std::string timeOfDayText(double seconds)
{
    return std::isnan(seconds) ? std::string() : clockText(roundedSeconds(seconds));
}

std::string timeText(const Column& column, double seconds)
{
    if (holdsTimesOfDay(column))
        return timeOfDayText(seconds);
    if (column.wholeDays)
        return std::isnan(seconds) ? std::string() : dateText(roundedSeconds(seconds));
    return dateTimeText(seconds);
}

}

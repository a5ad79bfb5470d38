#include "data/compact_dates.h"

#include "data/calendar_date.h"
#include "data/column_statistics.h"
#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace broto {

namespace {

constexpr std::int64_t clockDigits = 1'000'000; ///< the last six are a time of day

bool saysDate(std::string_view name)
{
    static constexpr auto names = std::to_array<std::string_view>(
        {"date", "data", "dia", "day", "datetime", "date_time", "timestamp", "data_hora", "datahora", "data/hora",
         "yyyymmdd", "aaaammdd", "dt", "dt_medicao"});
    const std::string lower = lowerCase(name);
    return std::find(names.begin(), names.end(), lower) != names.end();
}

std::optional<double> dayOf(std::int64_t digits)
{
    constexpr std::int64_t firstYear = 1900;
    constexpr std::int64_t lastYear = 2100;
    const CalendarDate date{digits / 10000, static_cast<int>(digits / 100 % 100), static_cast<int>(digits % 100)};
    if (date.year < firstYear || date.year > lastYear || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > daysInMonth(date.year, date.month))
        return std::nullopt;
    return static_cast<double>(daysOf(date)) * secondsPerDay;
}

std::optional<double> timeOf(double number)
{
    const auto digits = static_cast<std::int64_t>(number);
    if (static_cast<double>(digits) != number)
        return std::nullopt;
    if (digits < 100 * clockDigits)
        return dayOf(digits);
    const auto clock = static_cast<int>(digits % clockDigits);
    const std::optional<double> day = dayOf(digits / clockDigits);
    const bool isClock = clock / 10000 < 24 && clock / 100 % 100 < 60 && clock % 100 < 60;
    if (!day || !isClock)
        return std::nullopt;
    return *day + clock / 10000 * 3600 + clock / 100 % 100 * 60 + clock % 100;
}

}

std::optional<std::string> takeCompactDates(Column& column)
{
    constexpr double earliest = 19000101;
    constexpr double latest = 21001231235959;
    if (!column.numeric() || !saysDate(column.name) || column.min < earliest || column.max > latest)
        return std::nullopt;
    std::vector<double> times;
    times.reserve(column.numbers.size());
    bool wholeDays = true;
    for (const double number : column.numbers) {
        const std::optional<double> time = std::isnan(number) ? number : timeOf(number);
        if (!time)
            return std::nullopt;
        wholeDays &= std::isnan(number) || number < 100 * static_cast<double>(clockDigits);
        times.push_back(*time);
    }
    const auto example = static_cast<std::int64_t>(column.min);
    column.numbers = std::move(times);
    column.values = Column::Values::Times;
    column.wholeDays = wholeDays;
    describeNumbers(column);
    return std::to_string(example);
}

}

#include "data/time_cells.h"

#include "data/number_set.h"
#include "data/value_text.h"
#include "platform/large_pages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace broto {

namespace {

constexpr double missingTime = std::numeric_limits<double>::quiet_NaN();
constexpr double secondsPerMinute = 60;
constexpr std::size_t clockSize = 8;
constexpr double secondsPerDay = 86400;

bool isWholeDay(double seconds)
{
    return std::isnan(seconds) || std::floor(seconds / secondsPerDay) * secondsPerDay == seconds;
}

/// Seconds since midnight of "17:51:00", nothing for what is not exactly of this form.
std::optional<int> clockSeconds(const char* clock)
{
    const auto two = [clock](int at) {
        const auto tens = static_cast<unsigned>(clock[at] - '0');
        const auto ones = static_cast<unsigned>(clock[at + 1] - '0');
        return tens < 10 && ones < 10 ? static_cast<int>(tens * 10 + ones) : 99;
    };
    const int hours = two(0);
    const int minutes = two(3);
    const int seconds = two(6);
    if (clock[2] != ':' || clock[5] != ':' || hours > 23 || minutes > 59 || seconds > 59)
        return std::nullopt;
    return hours * 3600 + minutes * 60 + seconds;
}

}

void TimeCells::reserve(std::size_t rows)
{
    m_seconds.reserve(rows);
    preferLargePages(m_seconds.data(), m_seconds.capacity() * sizeof(double));
}

void TimeCells::addMissing(std::size_t rows)
{
    m_seconds.insert(m_seconds.end(), rows, missingTime);
    m_missing += rows;
}

std::size_t TimeCells::add(Cells cells)
{
    for (std::size_t i = 0; i < cells.count; ++i) {
        double seconds = missingTime;
        if (!takeOnSameDay(cells[i], seconds)) {
            if (isMissingText(cells[i]))
                ++m_missing;
            else if (!take(cells[i], cells.lines[i], seconds))
                return i;
        }
        m_seconds.push_back(seconds);
    }
    return cells.count;
}

/// Rows that follow each other are mostly of one day, written alike.
bool TimeCells::takeOnSameDay(std::string_view cell, double& seconds) const
{
    if (m_day.empty() || cell.size() != m_day.size() + clockSize || !cell.starts_with(m_day))
        return false;
    const std::optional<int> clock = clockSeconds(cell.data() + m_day.size());
    if (!clock)
        return false;
    seconds = m_daySeconds + *clock;
    return true;
}

void TimeCells::remember(std::string_view cell, const TimeReading& reading)
{
    m_day.clear();
    if (!reading.date || reading.zoneMinutes || cell.size() <= clockSize)
        return;
    const std::size_t day = cell.size() - clockSize;
    const std::optional<int> clock = clockSeconds(cell.data() + day);
    if (!clock || isDigit(cell[day - 1]) || cell[day - 1] == ':')
        return;
    m_day = cell.substr(0, day);
    m_daySeconds = reading.seconds - *clock;
}

bool TimeCells::take(std::string_view cell, std::size_t line, double& seconds)
{
    const bool dayFirst = m_dayFirst;
    std::optional<TimeReading> reading = readTime(cell, dayFirst);
    if (!reading || reading->date != m_dates.value_or(reading->date) || !takeOrder(reading->order, cell, line))
        return false;
    if (m_dayFirst != dayFirst)
        reading = readTime(cell, m_dayFirst);
    m_dates = reading->date;
    if (!takeZone(*reading, seconds))
        return false;
    remember(cell, *reading);
    return true;
}

bool TimeCells::takeOrder(TimeReading::Order order, std::string_view cell, std::size_t line)
{
    using Order = TimeReading::Order;
    m_fixed = m_fixed || order == Order::Fixed;
    if (order == Order::Either && !m_either)
        m_either = TellingCell{line, std::string(cell)};
    if (order != Order::DayFirst && order != Order::MonthFirst)
        return true;
    const bool dayFirst = order == Order::DayFirst;
    if (dayFirst ? m_proofs.monthFirst.has_value() : m_proofs.dayFirst.has_value())
        return false;
    if (dayFirst != m_dayFirst) {
        if (m_either && m_fixed)
            return false;
        turn();
    }
    std::optional<TellingCell>& proof = dayFirst ? m_proofs.dayFirst : m_proofs.monthFirst;
    if (!proof)
        proof = TellingCell{line, std::string(cell)};
    return true;
}

bool TimeCells::takeZone(const TimeReading& reading, double& seconds)
{
    if (!m_zone)
        m_zone = reading.zoneMinutes;
    if (reading.zoneMinutes.has_value() != m_zone->has_value())
        return false;
    if (!m_severalZones && reading.zoneMinutes != *m_zone) {
        m_severalZones = true;
        for (double& before : m_seconds)
            before -= **m_zone * secondsPerMinute;
    }
    seconds = reading.seconds;
    if (m_severalZones)
        seconds -= *reading.zoneMinutes * secondsPerMinute;
    return true;
}

void TimeCells::setDayFirst(bool dayFirst)
{
    if (dayFirst != m_dayFirst && !(m_either && m_fixed))
        turn();
}

void TimeCells::turn()
{
    m_dayFirst = !m_dayFirst;
    m_day.clear();
    if (!m_either)
        return;
    double day = missingTime;
    double distance = 0;
    for (double& seconds : m_seconds) {
        if (std::isnan(seconds))
            continue;
        if (const double now = std::floor(seconds / secondsPerDay); now != day) {
            day = now;
            distance = withDayAndMonthSwapped(seconds) - seconds;
        }
        seconds += distance;
    }
}

TimeCells::StepsBack TimeCells::stepsBack() const
{
    constexpr std::size_t enough = 100'000;
    StepsBack steps;
    double before = missingTime;
    double turnedBefore = missingTime;
    for (std::size_t row = 0; row < std::min(enough, m_seconds.size()); ++row) {
        if (std::isnan(m_seconds[row]))
            continue;
        const double turned = withDayAndMonthSwapped(m_seconds[row]);
        steps.asRead += m_seconds[row] < before;
        steps.turned += turned < turnedBefore;
        before = m_seconds[row];
        turnedBefore = turned;
    }
    return steps;
}

void TimeCells::describe(Column& column)
{
    const Statistics statistics = statisticsOf(m_seconds);
    column.min = statistics.min;
    column.max = statistics.max;
    column.mean = statistics.mean;
    column.deviation = statistics.deviation;
    column.missing = m_missing;
    column.wholeDays = m_dates.value_or(false) && std::all_of(m_seconds.begin(), m_seconds.end(), isWholeDay);
    NumberSet different;
    for (std::size_t row = 0; row < m_seconds.size() && different.size() <= Column::mostCounted; ++row) {
        if (!std::isnan(m_seconds[row]))
            different.add(m_seconds[row]);
    }
    column.distinct = different.size();
    column.numbers = std::move(m_seconds);
}

}

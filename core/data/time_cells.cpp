#include "data/time_cells.h"

#include "data/calendar_date.h"
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

bool isWholeDay(double seconds)
{
    return std::isnan(seconds) || std::floor(seconds / secondsPerDay) * secondsPerDay == seconds;
}

/// What databases write for a date that is not there.
bool isZeroDate(std::string_view cell)
{
    return cell == "0000-00-00" || cell.starts_with("0000-00-00 00:00:00");
}

/// Turns the times of rows that follow each other, which are mostly of one day.
class OrderTurner {
public:
    OrderTurner(DateOrder from, DateOrder to) : m_from(from), m_to(to) {}

    double turned(double seconds)
    {
        if (std::isnan(seconds) || m_from == m_to)
            return seconds;
        if (const double day = std::floor(seconds / secondsPerDay); day != m_day) {
            m_day = day;
            m_distance = timeInOtherOrder(seconds, m_from, m_to) - seconds;
        }
        return seconds + m_distance;
    }

private:
    DateOrder m_from;
    DateOrder m_to;
    double m_day = missingTime;
    double m_distance = 0;
};

/// Of several orders, the one that most dates are written in.
DateOrder likeliestOf(unsigned orders)
{
    return orders & DayFirst ? DayFirst : orders & MonthFirst ? MonthFirst : YearFirst;
}

bool isOne(unsigned orders)
{
    return (orders & (orders - 1)) == 0;
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
            const bool missing = isMissingText(cells[i]) || isZeroDate(cells[i]);
            if (!missing && !take(cells[i], cells.lines[i], seconds) && !isMissingAmongNumbers(cells[i]))
                return i;
            m_missing += std::isnan(seconds);
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
    const DateOrder order = m_order;
    std::optional<TimeReading> reading = readTime(cell, order);
    if (!reading || reading->date != m_dates.value_or(reading->date) || !takeOrder(*reading, cell, line))
        return false;
    if (m_order != order)
        reading = readTime(cell, m_order);
    m_dates = reading->date;
    if (!takeZone(*reading, seconds))
        return false;
    remember(cell, *reading);
    return true;
}

bool TimeCells::takeOrder(const TimeReading& reading, std::string_view cell, std::size_t line)
{
    m_fixed = m_fixed || (reading.date && reading.orders == 0);
    if (reading.orders == 0)
        return true;
    const unsigned possible = m_possible & reading.orders;
    if (possible == 0)
        return false;
    if (!(possible & m_order)) {
        if (!canTurn())
            return false;
        turn(likeliestOf(possible));
    }
    if (reading.open && !m_open)
        m_open = TellingCell{line, std::string(cell)};
    m_possible = possible;
    if (isOne(possible) && !m_proof)
        m_proof = TellingCell{line, std::string(cell)};
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

void TimeCells::setOrder(DateOrder order)
{
    if (order != m_order && (m_possible & order) && canTurn())
        turn(order);
}

void TimeCells::turn(DateOrder order)
{
    OrderTurner turner(m_order, order);
    m_order = order;
    m_day.clear();
    if (!m_open)
        return;
    for (double& seconds : m_seconds)
        seconds = turner.turned(seconds);
}

TimeCells::Steps TimeCells::stepsIn(DateOrder order) const
{
    constexpr std::size_t enough = 100'000;
    Steps steps;
    OrderTurner turner(m_order, order);
    double before = missingTime;
    for (std::size_t row = 0; row < std::min(enough, m_seconds.size()); ++row) {
        if (std::isnan(m_seconds[row]))
            continue;
        const double now = turner.turned(m_seconds[row]);
        steps.back += now < before;
        if (!std::isnan(before))
            steps.total += std::fabs(now - before);
        before = now;
    }
    return steps;
}

std::optional<double> TimeCells::firstTimeIn(DateOrder order) const
{
    if (m_seconds.empty() || std::isnan(m_seconds.front()))
        return std::nullopt;
    return OrderTurner(m_order, order).turned(m_seconds.front());
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

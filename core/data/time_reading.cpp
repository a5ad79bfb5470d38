#include "data/time_reading.h"

#include "data/calendar_date.h"
#include "data/value_text.h"

#include <cmath>
#include <utility>

namespace broto {

namespace {

constexpr double secondsPerDay = 86400;
constexpr int monthsPerYear = 12;

/// Takes parts of a time off the front of a text.
class TimeScanner {
public:
    explicit TimeScanner(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    bool at(std::string_view any) const { return !atEnd() && any.find(m_rest.front()) != std::string_view::npos; }
    std::size_t digits() const
    {
        std::size_t count = 0;
        while (count < m_rest.size() && isDigit(m_rest[count]))
            ++count;
        return count;
    }
    bool take(std::string_view any)
    {
        if (!at(any))
            return false;
        m_last = m_rest.front();
        m_rest.remove_prefix(1);
        return true;
    }
    char last() const { return m_last; }

    /// A number of so many digits in that range.
    bool number(int& value, std::size_t fewest, std::size_t most, int lowest, int highest)
    {
        const std::size_t count = digits();
        if (count < fewest || count > most)
            return false;
        value = 0;
        for (const char digit : m_rest.substr(0, count))
            value = value * 10 + (digit - '0');
        m_rest.remove_prefix(count);
        return value >= lowest && value <= highest;
    }

    double fraction()
    {
        constexpr std::size_t mostThatCount = 15;
        double parts = 0;
        double whole = 1;
        const std::size_t count = digits();
        for (const char digit : m_rest.substr(0, count < mostThatCount ? count : mostThatCount)) {
            parts = parts * 10 + (digit - '0');
            whole *= 10;
        }
        m_rest.remove_prefix(count);
        return parts / whole;
    }

    bool takeWord(std::string_view word)
    {
        if (!m_rest.starts_with(word))
            return false;
        m_rest.remove_prefix(word.size());
        return true;
    }

    /// "Feb", "fev": the three letters of a month in English or Portuguese; 0 for anything else.
    int month()
    {
        static constexpr std::string_view names[][2] = {{"jan", "jan"}, {"feb", "fev"}, {"mar", "mar"}, {"apr", "abr"},
                                                        {"may", "mai"}, {"jun", "jun"}, {"jul", "jul"}, {"aug", "ago"},
                                                        {"sep", "set"}, {"oct", "out"}, {"nov", "nov"}, {"dec", "dez"}};
        constexpr std::size_t letters = 3;
        const std::string word = lowerCase(m_rest.substr(0, letters));
        for (int i = 0; i < monthsPerYear; ++i) {
            if (word == names[i][0] || word == names[i][1]) {
                m_rest.remove_prefix(letters);
                return i + 1;
            }
        }
        return 0;
    }

private:
    std::string_view m_rest;
    char m_last = 0;
};

int fullYear(int year, std::size_t digits)
{
    constexpr int firstOfLastCentury = 69;
    return digits == 4 ? year : year < firstOfLastCentury ? 2000 + year : 1900 + year;
}

bool isDate(const CalendarDate& date)
{
    return date.month >= 1 && date.month <= monthsPerYear && date.day >= 1 &&
           date.day <= daysInMonth(date.year, date.month);
}

bool takeYearFirst(TimeScanner& scanner, TimeReading& reading)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (!scanner.number(year, 4, 4, 0, 9999) || !scanner.take("-/."))
        return false;
    const char mark = scanner.last();
    if (!scanner.number(month, 1, 2, 1, monthsPerYear) || !scanner.take({&mark, 1}) ||
        !scanner.number(day, 1, 2, 1, 31))
        return false;
    const CalendarDate date{year, month, day};
    reading.order = TimeReading::Order::Fixed;
    reading.seconds = static_cast<double>(daysOf(date)) * secondsPerDay;
    return isDate(date);
}

bool takeYearLast(TimeScanner& scanner, bool dayFirst, TimeReading& reading)
{
    using Order = TimeReading::Order;
    int first = 0;
    int second = 0;
    int year = 0;
    if (!scanner.number(first, 1, 2, 1, 31) || !scanner.take("-/. "))
        return false;
    const char mark = scanner.last();
    const int named = scanner.month();
    if (named == 0 && (mark == ' ' || !scanner.number(second, 1, 2, 1, 31)))
        return false;
    if (!scanner.take({&mark, 1}))
        return false;
    if (named > 0)
        second = named;
    const std::size_t yearDigits = scanner.digits();
    if ((yearDigits != 2 && yearDigits != 4) || !scanner.number(year, 2, 4, 0, 9999))
        return false;
    // Nobody writes the month first and points behind it.
    reading.order = mark == '.' || named > 0 ? Order::Fixed
                    : first > monthsPerYear  ? Order::DayFirst
                    : second > monthsPerYear ? Order::MonthFirst
                    : first == second        ? Order::None
                                             : Order::Either;
    if (reading.order == Order::MonthFirst || (reading.order == Order::Either && !dayFirst))
        std::swap(first, second);
    const CalendarDate date{fullYear(year, yearDigits), second, first};
    if (!isDate(date))
        return false;
    reading.seconds = static_cast<double>(daysOf(date)) * secondsPerDay;
    return true;
}

bool takeHalfOfDay(TimeScanner& scanner, int& hour)
{
    const bool afternoon = scanner.take("Pp");
    if (!afternoon && !scanner.take("Aa"))
        return true;
    scanner.take(".");
    if (!scanner.take("Mm") || hour < 1 || hour > 12)
        return false;
    scanner.take(".");
    hour = hour % 12 + (afternoon ? 12 : 0);
    return true;
}

bool takeZone(TimeScanner& scanner, TimeReading& reading)
{
    if (scanner.take("Zz")) {
        reading.zoneMinutes = 0;
        return true;
    }
    const bool greenwich = scanner.takeWord("GMT") || scanner.takeWord("UTC");
    if (greenwich)
        reading.zoneMinutes = 0;
    if (!scanner.take("+-"))
        return true;
    const bool west = scanner.last() == '-';
    int hours = 0;
    int minutes = 0;
    if (scanner.digits() == 4) {
        if (!scanner.number(hours, 4, 4, 0, 2359))
            return false;
        minutes = hours % 100;
        hours /= 100;
    } else if (!scanner.number(hours, greenwich ? 1 : 2, 2, 0, 23) ||
               (scanner.take(":") && !scanner.number(minutes, 2, 2, 0, 59))) {
        return false;
    }
    const int east = hours * 60 + minutes;
    reading.zoneMinutes = west ? -east : east;
    return minutes < 60;
}

bool takeTimeOfDay(TimeScanner& scanner, TimeReading& reading)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    double fraction = 0;
    if (!scanner.number(hour, 1, 2, 0, 24) || !scanner.take(":") || !scanner.number(minute, 2, 2, 0, 59))
        return false;
    if (scanner.take(":")) {
        if (!scanner.number(second, 2, 2, 0, 60))
            return false;
        if (scanner.take(".,"))
            fraction = scanner.fraction();
    }
    scanner.take(" ");
    if (!takeHalfOfDay(scanner, hour))
        return false;
    scanner.take(" ");
    if (!takeZone(scanner, reading))
        return false;
    if (hour == 24 && (minute > 0 || second > 0 || fraction > 0))
        return false;
    reading.seconds += hour * 3600 + minute * 60 + second + fraction;
    return true;
}

}

std::optional<TimeReading> readTime(std::string_view cell, bool dayFirst)
{
    constexpr std::size_t shortest = 4;
    constexpr std::size_t longest = 40;
    if (cell.size() < shortest || cell.size() > longest || !isDigit(cell.front()))
        return std::nullopt;
    TimeScanner scanner(cell);
    TimeReading reading;
    reading.date = cell[1] != ':' && cell[2] != ':';
    if (reading.date) {
        const bool taken =
            scanner.digits() == 4 ? takeYearFirst(scanner, reading) : takeYearLast(scanner, dayFirst, reading);
        if (!taken)
            return std::nullopt;
        if (scanner.atEnd())
            return reading;
        if (!scanner.take("Tt "))
            return std::nullopt;
        scanner.take(" ");
    }
    if (!takeTimeOfDay(scanner, reading) || !scanner.atEnd())
        return std::nullopt;
    return reading;
}

bool isDateTime(std::string_view cell)
{
    return readTime(cell, true) || readTime(cell, false);
}

double withDayAndMonthSwapped(double seconds)
{
    const double days = std::floor(seconds / secondsPerDay);
    CalendarDate date = dateOf(static_cast<std::int64_t>(days));
    std::swap(date.month, date.day);
    return seconds + (static_cast<double>(daysOf(date)) - days) * secondsPerDay;
}

}

#include "data/time_reading.h"

#include "data/calendar_date.h"
#include "data/date_reading.h"

#include <cmath>

namespace broto {

namespace {

/// The sign of a time of day behind its hours: 17:51, 14h30.
bool isHourMark(char c)
{
    return c == ':' || c == 'h' || c == 'H';
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
    // Those of Brazil; letters mean several zones in most other places.
    const bool summer = scanner.takeWord("BRST");
    if (summer || scanner.takeWord("BRT")) {
        reading.zoneMinutes = summer ? -120 : -180;
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

/// "30", "30min", "30m05s": what stands behind "14h".
bool takeBehindHours(TimeScanner& scanner, int& minute, int& second)
{
    if (!scanner.number(minute, 2, 2, 0, 59))
        return false;
    if (!scanner.takeWord("min") && !scanner.take("m"))
        return true;
    if (scanner.digits() == 0)
        return true;
    if (!scanner.number(second, 2, 2, 0, 60))
        return false;
    scanner.take("s");
    return true;
}

/// "51", "51:09", "51:09.5": what stands behind "17:".
bool takeBehindColon(TimeScanner& scanner, int& minute, int& second, double& fraction)
{
    if (!scanner.number(minute, 2, 2, 0, 59))
        return false;
    if (!scanner.take(":"))
        return true;
    if (!scanner.number(second, 2, 2, 0, 60))
        return false;
    if (scanner.take(".,"))
        fraction = scanner.fraction();
    return true;
}

/// "140000", behind the T of a compact date.
bool takeCompactTime(TimeScanner& scanner, int& hour, int& minute, int& second)
{
    int digits = 0;
    if (scanner.digits() == 4 && scanner.number(digits, 4, 4, 0, 2359))
        digits *= 100;
    else if (!scanner.number(digits, 6, 6, 0, 235960))
        return false;
    hour = digits / 10000;
    minute = digits / 100 % 100;
    second = digits % 100;
    return minute < 60 && second <= 60;
}

bool takeTimeOfDay(TimeScanner& scanner, TimeReading& reading)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    double fraction = 0;
    if (scanner.digits() > 2 && scanner.last() == 'T') {
        if (!takeCompactTime(scanner, hour, minute, second))
            return false;
    } else {
        if (!scanner.number(hour, 1, 2, 0, 24) || !scanner.take(":hH"))
            return false;
        if (scanner.last() == ':' ? !takeBehindColon(scanner, minute, second, fraction)
                                  : !takeBehindHours(scanner, minute, second))
            return false;
    }
    scanner.take(" ");
    if (!takeHalfOfDay(scanner, hour))
        return false;
    scanner.take(" ");
    if (!takeZone(scanner, reading))
        return false;
    if (hour == 24 && (minute > 0 || second > 0 || fraction > 0))
        return false;
    reading.seconds = hour * 3600 + minute * 60 + second + fraction;
    return true;
}

void takeOver(const DateReading& date, TimeReading& reading)
{
    reading.date = true;
    reading.orders = date.orders;
    reading.open = date.open;
    reading.seconds += static_cast<double>(daysOf(date.date)) * secondsPerDay;
}

/// What parts a time from the date before it.
bool takeGap(TimeScanner& scanner)
{
    scanner.take(",");
    if (!scanner.take("Tt "))
        return false;
    scanner.skipBlanks();
    if (scanner.takeWord("\u00e0s ") || scanner.takeWord("as ") || scanner.takeWord("at "))
        scanner.skipBlanks();
    return true;
}

std::optional<TimeReading> readDateAndTime(TimeScanner scanner, DateOrder order)
{
    std::optional<DateReading> date = takeDate(scanner, order);
    TimeReading reading;
    if (!date || (scanner.atEnd() && date->yearLacks))
        return std::nullopt;
    if (!scanner.atEnd() && (!takeGap(scanner) || !takeTimeOfDay(scanner, reading)))
        return std::nullopt;
    if ((date->yearLacks && !takeLackingYear(scanner, *date)) || !scanner.atEnd())
        return std::nullopt;
    takeOver(*date, reading);
    return reading;
}

}

std::optional<TimeReading> readTime(std::string_view cell, DateOrder order)
{
    constexpr std::size_t shortest = 4;
    constexpr std::size_t longest = 64;
    if (cell.size() < shortest || cell.size() > longest)
        return std::nullopt;
    TimeScanner scanner(cell);
    if (!isHourMark(cell[1]) && !isHourMark(cell[2]))
        return readDateAndTime(scanner, order);
    TimeReading reading;
    if (!isDigit(cell.front()))
        return readDateAndTime(scanner, order);
    if (!takeTimeOfDay(scanner, reading) || !scanner.atEnd())
        return std::nullopt;
    return reading;
}

bool isDateTime(std::string_view cell)
{
    return readTime(cell, DayFirst).has_value();
}

double timeInOtherOrder(double seconds, DateOrder from, DateOrder to)
{
    const double days = std::floor(seconds / secondsPerDay);
    const CalendarDate date = readInOtherOrder(dateOf(static_cast<std::int64_t>(days)), from, to);
    return seconds + (static_cast<double>(daysOf(date)) - days) * secondsPerDay;
}

}

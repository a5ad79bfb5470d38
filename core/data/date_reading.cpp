#include "data/date_reading.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broto {

namespace {

constexpr int monthsPerYear = 12;

/// In English, in Portuguese, and shortened.
constexpr std::array<std::array<std::string_view, 4>, monthsPerYear> monthNames = {
    {{"january", "janeiro", "jan", "jan"},
     {"february", "fevereiro", "feb", "fev"},
     {"march", "mar\u00e7o", "mar", "marco"},
     {"april", "abril", "apr", "abr"},
     {"may", "maio", "may", "mai"},
     {"june", "junho", "jun", "jun"},
     {"july", "julho", "jul", "jul"},
     {"august", "agosto", "aug", "ago"},
     {"september", "setembro", "sep", "set"},
     {"october", "outubro", "oct", "out"},
     {"november", "novembro", "nov", "nov"},
     {"december", "dezembro", "dec", "dez"}}};
constexpr auto weekdayNames = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday",      "saturday", "sunday",  "mon",
     "tue",    "wed",     "thu",       "fri",      "sat",         "sun",      "segunda", "ter\u00e7a",
     "terca",  "quarta",  "quinta",    "sexta",    "s\u00e1bado", "sabado",   "domingo", "seg",
     "ter",    "qua",     "qui",       "sex",      "s\u00e1b",    "sab",      "dom"});

/// 1 .. 12, 0 for what is no month.
int monthNamed(std::string_view word)
{
    for (std::size_t i = 0; i < monthNames.size(); ++i) {
        if (std::find(monthNames[i].begin(), monthNames[i].end(), word) != monthNames[i].end())
            return static_cast<int>(i) + 1;
    }
    return 0;
}

int takeMonthName(TimeScanner& scanner)
{
    const int month = monthNamed(scanner.word());
    scanner.take(".");
    return month;
}

/// "ter", "Tue,", "ter\u00e7a-feira,": passed over with the blanks behind, unless it is something else.
void passWeekday(TimeScanner& scanner)
{
    TimeScanner ahead = scanner;
    const std::string word = ahead.word();
    if (std::find(weekdayNames.begin(), weekdayNames.end(), word) == weekdayNames.end())
        return;
    ahead.takeWord("-feira");
    ahead.take(".");
    ahead.take(",");
    if (!ahead.at(" "))
        return;
    ahead.skipBlanks();
    scanner = ahead;
}

int fullYear(int year)
{
    constexpr int firstOfLastCentury = 69;
    return year < firstOfLastCentury ? 2000 + year : 1900 + year;
}

bool isDate(const CalendarDate& date)
{
    return date.month >= 1 && date.month <= monthsPerYear && date.day >= 1 &&
           date.day <= daysInMonth(date.year, date.month);
}

std::optional<DateReading> ofOneReading(const CalendarDate& date)
{
    return isDate(date) ? std::optional(DateReading{date}) : std::nullopt;
}

/// A month alone is its first day.
bool isYearOfMonth(int year)
{
    return year >= 1900 && year <= 2100;
}

std::optional<DateReading> takeYearFirst(TimeScanner& scanner)
{
    int year = 0;
    int month = 0;
    int day = 1;
    if (!scanner.number(year, 4, 4, 0, 9999) || !scanner.take("-/."))
        return std::nullopt;
    const char mark = scanner.last();
    const std::size_t monthDigits = scanner.digits();
    if (!scanner.number(month, 1, 2, 1, monthsPerYear))
        return std::nullopt;
    if (scanner.atEnd() && monthDigits == 2 && mark != '.' && isYearOfMonth(year))
        return ofOneReading({year, month, day});
    if (!scanner.take({&mark, 1}) || !scanner.number(day, 1, 2, 1, 31))
        return std::nullopt;
    return ofOneReading({year, month, day});
}

/// "20240305", before the T of a time.
std::optional<DateReading> takeCompact(TimeScanner& scanner)
{
    int digits = 0;
    if (!scanner.number(digits, 8, 8, 0, 99991231) || !scanner.at("T"))
        return std::nullopt;
    return ofOneReading({digits / 10000, digits / 100 % 100, digits % 100});
}

/// Three numbers as they stand; the third is a whole year where it has four digits.
struct Parts {
    int first = 0;
    int second = 0;
    int third = 0;
    bool wholeYear = false;
};

CalendarDate dateFrom(const Parts& parts, DateOrder order)
{
    if (order == YearFirst)
        return {fullYear(parts.first), parts.second, parts.third};
    const int year = parts.wholeYear ? parts.third : fullYear(parts.third);
    return order == DayFirst ? CalendarDate{year, parts.second, parts.first}
                             : CalendarDate{year, parts.first, parts.second};
}

std::optional<DateReading> readParts(const Parts& parts, DateOrder wanted)
{
    DateReading reading;
    for (const DateOrder order : {MonthFirst, DayFirst, YearFirst}) {
        if (order == YearFirst && parts.wholeYear)
            continue;
        const CalendarDate date = dateFrom(parts, order);
        if (!isDate(date))
            continue;
        reading.open |= reading.orders != 0 && daysOf(date) != daysOf(reading.date);
        if (reading.orders == 0 || order == wanted || (order == DayFirst && wanted == YearFirst))
            reading.date = date;
        reading.orders |= order;
    }
    return reading.orders ? std::optional(reading) : std::nullopt;
}

/// "5 March 2024", "5-mar-24", "5 de mar\u00e7o de 2024", behind the day and its mark.
std::optional<DateReading> takeMonthInWords(TimeScanner& scanner, int day, char mark)
{
    const bool of = mark == ' ' && scanner.takeWord("de ");
    const int month = takeMonthName(scanner);
    const bool apart = of ? scanner.takeWord(" de ") || scanner.take(" ") : scanner.take({&mark, 1});
    int year = 0;
    const std::size_t digits = scanner.digits();
    if (month == 0 || !apart || (digits != 2 && digits != 4) || !scanner.number(year, 2, 4, 0, 9999))
        return std::nullopt;
    return ofOneReading({digits == 4 ? year : fullYear(year), month, day});
}

/// "05/03/2024", "5-3-24", "05.03.2024", and "03/2024".
std::optional<DateReading> takeNumbers(TimeScanner& scanner, DateOrder order)
{
    Parts parts;
    if (!scanner.number(parts.first, 1, 2, 0, 99) || !scanner.take("-/. "))
        return std::nullopt;
    const char mark = scanner.last();
    if (scanner.digits() == 0)
        return parts.first >= 1 ? takeMonthInWords(scanner, parts.first, mark) : std::nullopt;
    if (mark == '/' && scanner.digits() == 4) {
        int year = 0;
        return scanner.number(year, 4, 4, 0, 9999) && scanner.atEnd() && isYearOfMonth(year)
                   ? ofOneReading({year, parts.first, 1})
                   : std::nullopt;
    }
    if (mark == ' ' || !scanner.number(parts.second, 1, 2, 1, 31) || !scanner.take({&mark, 1}))
        return std::nullopt;
    const std::size_t digits = scanner.digits();
    parts.wholeYear = digits == 4;
    if ((digits != 2 && digits != 4) || !scanner.number(parts.third, 2, 4, 0, 9999))
        return std::nullopt;
    // Nobody writes the month first and points behind it.
    return mark == '.' ? ofOneReading(dateFrom(parts, DayFirst)) : readParts(parts, order);
}

/// "Mar 5, 2024", "March 5 2024", and "Mar  5" before a time.
std::optional<DateReading> takeMonthFirstInWords(TimeScanner& scanner)
{
    const int month = takeMonthName(scanner);
    int day = 0;
    if (month == 0 || !scanner.at(" "))
        return std::nullopt;
    scanner.skipBlanks();
    if (!scanner.number(day, 1, 2, 1, 31))
        return std::nullopt;
    scanner.take(",");
    TimeScanner ahead = scanner;
    ahead.skipBlanks();
    if (ahead.digits() != 4) {
        constexpr int anyLeapYear = 2000;
        std::optional<DateReading> reading = ofOneReading({anyLeapYear, month, day});
        if (reading)
            reading->yearLacks = true;
        return reading;
    }
    int year = 0;
    ahead.number(year, 4, 4, 0, 9999);
    scanner = ahead;
    return ofOneReading({year, month, day});
}

}

std::optional<DateReading> takeDate(TimeScanner& scanner, DateOrder order)
{
    passWeekday(scanner);
    switch (scanner.digits()) {
    case 0:
        return takeMonthFirstInWords(scanner);
    case 4:
        return takeYearFirst(scanner);
    case 8:
        return takeCompact(scanner);
    default:
        return takeNumbers(scanner, order);
    }
}

bool takeLackingYear(TimeScanner& scanner, DateReading& reading)
{
    int year = 0;
    scanner.skipBlanks();
    if (!scanner.number(year, 4, 4, 0, 9999))
        return false;
    reading.date.year = year;
    return isDate(reading.date);
}

CalendarDate readInOtherOrder(const CalendarDate& date, DateOrder from, DateOrder to)
{
    const bool keepsYear = from != YearFirst && to != YearFirst;
    const auto year = static_cast<int>(keepsYear ? date.year : date.year % 100);
    Parts parts{date.day, date.month, year, keepsYear};
    if (from == MonthFirst)
        std::swap(parts.first, parts.second);
    if (from == YearFirst)
        std::swap(parts.first, parts.third);
    return dateFrom(parts, to);
}

}

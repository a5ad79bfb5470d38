#pragma once

#include <optional>
#include <string_view>

namespace broto {

/// A date, a time of day or both, as a cell says it: 2015-02-04T17:51:00.5Z, 04/02/2015, 2/4/15 5:51 PM, 17:51.
struct TimeReading {
    /// What the cell itself tells about whether days come before months.
    enum class Order {
        None,  ///< it does not matter: no date, or 3/3/2015
        Fixed, ///< written in a way of which there is one reading: 2015-02-04, 04.02.2015
        DayFirst,
        MonthFirst,
        Either
    };

    double seconds = 0; ///< since 1970-01-01 00:00 as written, or since midnight where there is no date
    bool date = false;
    Order order = Order::None;
    std::optional<int> zoneMinutes = {}; ///< east of Greenwich
};

/// The whole cell as a time. Where the cell does not tell, `dayFirst` says what comes first. Two-digit years are those
/// from 1969 to 2068.
std::optional<TimeReading> readTime(std::string_view cell, bool dayFirst);

bool isDateTime(std::string_view cell);

/// The same time read with day and month the other way round; both must be at most 12.
double withDayAndMonthSwapped(double seconds);

}

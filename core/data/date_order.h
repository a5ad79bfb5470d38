#pragma once

namespace broto {

/// In which order a date such as 04/02/15 is written. Several of them are joined by |.
enum DateOrder : unsigned { DayFirst = 1, MonthFirst = 2, YearFirst = 4 };
inline constexpr unsigned anyDateOrder = DayFirst | MonthFirst | YearFirst;

}

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// One number that a device printed, with what it says about it.
struct LineNumber {
    std::string label; ///< empty: there is none
    std::string unit;  ///< empty: there is none
    double number = 0; ///< NaN: the device says that it has none ("nan", "ovf")
};

/// Numbers of a line; what has more is taken for text.
inline constexpr std::size_t mostNumbersOfLine = 1024;

/// The numbers of a line of nothing else: "20.5,60", "20,5;60", "20.5 60", "temp:20.5 hum:60",
/// "Temp: 20.5 °C, Hum: 60 %", {"temp": 20.5, "hum": 60}. Commas are decimal where only that makes numbers of it
/// ("1,5 2,5", "t:1,5"); else they divide. Labels stand before all numbers or before none. Empty: the line is text.
std::vector<LineNumber> numbersIn(std::string_view line);

/// The names of a line that may stand above numbers, as in the first line of a CSV: "Temp (°C),Hum (%)". Empty: it is
/// no such line.
std::vector<std::string> namesIn(std::string_view line);

}

#pragma once

#include "data/number_form.h"
#include "data/table.h"

#include <optional>
#include <string_view>

namespace broto {

/// A number and the unit that stands in its cell: "23.5 °C", "95%", "R$ 1.234,56". Nothing: no unit, or no number.
struct NumberWithUnit {
    std::string_view number;
    std::string_view unit;
};
std::optional<NumberWithUnit> numberWithUnit(std::string_view cell);

/// What the Arduino plotter draws: "temp:23.5". Nothing: no label, or no number.
struct NumberWithLabel {
    std::string_view label;
    std::string_view number;
};
std::optional<NumberWithLabel> numberWithLabel(std::string_view cell);

/// "°C" of "°C", "(°C)" and "[°C]".
std::string_view unitIn(std::string_view cell);

/// Makes numbers of a column of texts where all are numbers with one unit, which then is the column's.
bool takeNumbersWithUnits(Column& column, const NumberFormat& format);

/// The same where all have one label; it is given back.
std::optional<std::string> takeNumbersWithLabels(Column& column, const NumberFormat& format);

}

#pragma once

#include "data/cells.h"
#include "data/number_form.h"
#include "data/table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A number and the unit that stands in its cell: "23.5 °C", "95%", "-R$ 1.234,56", "(R$ 5,25)", and "R$ -" for 0.
/// Nothing: no unit, or no number.
struct NumberWithUnit {
    std::string number; ///< with its sign; parentheses are none yet
    std::string_view unit;
    bool inParentheses = false;
};
std::optional<NumberWithUnit> numberWithUnit(std::string_view cell);

/// What boards print for people and plotters: "temp:23.5", "t=5", "Temp: 20.0 °C". Nothing: no label, or no number.
struct NumberWithLabel {
    std::string_view label;
    std::string number;
    std::string_view unit; ///< empty: there is none
};
std::optional<NumberWithLabel> numberWithLabel(std::string_view cell);

/// "°C" of "°C", "(°C)" and "[°C]".
std::string_view unitIn(std::string_view cell);

/// Makes numbers of a column of texts where all are numbers with one unit, which then is the column's.
bool takeNumbersWithUnits(Column& column, const NumberFormat& format, std::optional<Parentheses>& parentheses);

/// Makes numbers of all columns where every one holds numbers with one label, or times. The labels become the names of
/// the columns; gives back one of them. Nothing: the columns are as they were.
std::optional<std::string> takeNumbersWithLabels(std::vector<Column>& columns, const NumberFormat& format);

}

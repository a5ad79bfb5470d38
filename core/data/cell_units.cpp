#include "data/cell_units.h"

#include "data/column_names.h"
#include "data/number_set.h"
#include "data/statistics.h"
#include "data/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace broto {

namespace {

/// What stands before a sum. Other units stand behind.
constexpr auto currencies = std::to_array<std::string_view>({"R$", "US$", "$", "€", "£", "¥", "USD", "EUR", "BRL"});

bool isCurrency(std::string_view text)
{
    return std::find(currencies.begin(), currencies.end(), text) != currencies.end();
}

/// "3A" may be a class and "4K" a size, "cm" is a unit: a lonely letter is one only behind a blank.
bool isUnitBehind(std::string_view unit, bool apart)
{
    return (isUnit(unit) || isCurrency(unit)) && (apart || unit.size() > 1 || unit == "%");
}

/// A number in a cell, and what all cells of the column must have beside it.
struct Bare {
    std::string_view number;
    std::string_view beside;
};

/// The number of each category, NaN where it is too large. Nothing: what stands beside them differs, or one is none.
template<class Take>
std::optional<std::vector<double>> numbersOf(const Column& column, const NumberFormat& format, std::string& beside,
                                             Take take)
{
    std::vector<double> numbers;
    for (const std::string& text : column.categories) {
        const std::optional<Bare> bare = take(text);
        if (!bare || (!beside.empty() && bare->beside != beside))
            return std::nullopt;
        beside = bare->beside;
        const NumberReading reading = readNumber(bare->number, format);
        if (reading.kind == NumberKind::NotANumber)
            return std::nullopt;
        numbers.push_back(reading.kind == NumberKind::Finite ? reading.number
                                                             : std::numeric_limits<double>::quiet_NaN());
    }
    const bool any = std::any_of(numbers.begin(), numbers.end(), [](double number) { return !std::isnan(number); });
    return any ? std::optional(std::move(numbers)) : std::nullopt;
}

void becomeNumbers(Column& column, const std::vector<double>& ofCategories)
{
    column.numbers.reserve(column.codes.size());
    for (const std::int32_t code : column.codes)
        column.numbers.push_back(code < 0 ? std::numeric_limits<double>::quiet_NaN()
                                          : ofCategories[static_cast<std::size_t>(code)]);
    column.codes = {};
    column.categories = {};
    column.values = Column::Values::Numbers;
    const Statistics statistics = statisticsOf(column.numbers);
    column.missing = column.numbers.size() - statistics.count;
    column.min = statistics.min;
    column.max = statistics.max;
    column.mean = statistics.mean;
    column.deviation = statistics.deviation;
    NumberSet different;
    for (const double number : column.numbers) {
        if (!std::isnan(number) && different.size() <= Column::mostCounted)
            different.add(number);
    }
    column.distinct = different.size();
}

}

std::optional<NumberWithUnit> numberWithUnit(std::string_view cell)
{
    constexpr std::size_t longest = 64;
    constexpr std::string_view digits = "0123456789";
    const std::size_t first = cell.find_first_of(digits);
    if (cell.size() > longest || first == std::string_view::npos)
        return std::nullopt;
    const std::size_t end = cell.find_last_of(digits) + 1;
    std::size_t begin = first;
    while (begin > 0 && (cell[begin - 1] == '-' || cell[begin - 1] == '+' || cell[begin - 1] == '.'))
        --begin;
    const std::string_view before = trimmed(cell.substr(0, begin));
    const std::string_view behind = trimmed(cell.substr(end));
    const bool apart = end < cell.size() && behind.size() < cell.size() - end;
    const std::string_view number = cell.substr(begin, end - begin);
    if (before.empty() && isUnitBehind(behind, apart))
        return NumberWithUnit{number, behind};
    if (behind.empty() && isCurrency(before))
        return NumberWithUnit{number, before};
    return std::nullopt;
}

std::string_view unitIn(std::string_view cell)
{
    const bool bracketed =
        cell.size() > 2 && ((cell.front() == '(' && cell.back() == ')') || (cell.front() == '[' && cell.back() == ']'));
    return bracketed ? cell.substr(1, cell.size() - 2) : cell;
}

std::optional<NumberWithLabel> numberWithLabel(std::string_view cell)
{
    const std::size_t colon = cell.find(':');
    if (colon == std::string_view::npos || colon == 0 || isDigit(cell.front()))
        return std::nullopt;
    const std::string_view number = trimmed(cell.substr(colon + 1));
    if (numberFormOf(number).kind == NumberForm::Kind::NotANumber)
        return std::nullopt;
    return NumberWithLabel{trimmed(cell.substr(0, colon)), number};
}

bool takeNumbersWithUnits(Column& column, const NumberFormat& format)
{
    std::string unit = column.unit;
    const auto take = [](std::string_view cell) {
        const std::optional<NumberWithUnit> found = numberWithUnit(cell);
        return found ? std::optional(Bare{found->number, found->unit}) : std::nullopt;
    };
    const auto numbers = column.texts() ? numbersOf(column, format, unit, take) : std::nullopt;
    if (!numbers)
        return false;
    becomeNumbers(column, *numbers);
    column.unit = unit;
    return true;
}

std::optional<std::string> takeNumbersWithLabels(Column& column, const NumberFormat& format)
{
    std::string label;
    const auto take = [](std::string_view cell) {
        const std::optional<NumberWithLabel> found = numberWithLabel(cell);
        return found ? std::optional(Bare{found->number, found->label}) : std::nullopt;
    };
    const auto numbers = column.texts() ? numbersOf(column, format, label, take) : std::nullopt;
    if (!numbers)
        return std::nullopt;
    becomeNumbers(column, *numbers);
    return label;
}

}

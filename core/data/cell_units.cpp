#include "data/cell_units.h"

#include "data/category_numbers.h"
#include "data/column_names.h"
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

/// Takes a sign off the front: a minus of either kind, or a plus. Empty: there is none.
std::string_view takeSign(std::string_view& text)
{
    for (const std::string_view sign : {"-", "\u2212", "+"}) {
        if (text.starts_with(sign)) {
            text = trimmed(text.substr(sign.size()));
            return sign == "+" ? "+" : "-";
        }
    }
    return {};
}

std::string_view takeCurrency(std::string_view& text)
{
    for (const std::string_view currency : currencies) {
        if (text.starts_with(currency)) {
            text = trimmed(text.substr(currency.size()));
            return currency;
        }
    }
    return {};
}

/// A number in a cell, and what all cells of the column must have beside it.
struct Bare {
    std::string number;
    std::string label;
    std::string unit;
    bool inParentheses = false;
};

/// What all cells of a column have beside their numbers, and the number of each category, NaN where it is too large.
struct BareNumbers {
    std::string label;
    std::string unit;
    std::vector<double> ofCategories;
    std::optional<Parentheses> parentheses;
};

void settleParentheses(BareNumbers& numbers, const std::vector<std::size_t>& inParentheses, const Column& column)
{
    if (inParentheses.empty())
        return;
    const bool negative = inParentheses.size() < column.categories.size();
    numbers.parentheses = Parentheses{column.categories[inParentheses.front()], negative};
    for (const std::size_t category : inParentheses)
        numbers.ofCategories[category] *= negative ? -1 : 1;
}

/// Nothing: what stands beside the numbers differs, or one is none. `unit` is that of the header, if it has one.
template<class Take>
std::optional<BareNumbers> numbersOf(const Column& column, const NumberFormat& format, const std::string& unit,
                                     Take take)
{
    if (!column.texts())
        return std::nullopt;
    BareNumbers numbers{{}, unit, {}, {}};
    std::vector<std::size_t> inParentheses;
    bool first = true;
    for (const std::string& text : column.categories) {
        if (isMissingAmongNumbers(text)) {
            numbers.ofCategories.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        const std::optional<Bare> bare = take(text);
        if (!bare || (!first && bare->label != numbers.label) ||
            (!(first && unit.empty()) && bare->unit != numbers.unit))
            return std::nullopt;
        first = false;
        numbers.label = bare->label;
        numbers.unit = bare->unit;
        const NumberReading reading = readNumber(bare->number, format);
        if (reading.kind == NumberKind::NotANumber)
            return std::nullopt;
        if (bare->inParentheses)
            inParentheses.push_back(numbers.ofCategories.size());
        numbers.ofCategories.push_back(reading.kind == NumberKind::Finite ? reading.number
                                                                          : std::numeric_limits<double>::quiet_NaN());
    }
    settleParentheses(numbers, inParentheses, column);
    const bool any = std::any_of(numbers.ofCategories.begin(), numbers.ofCategories.end(),
                                 [](double number) { return !std::isnan(number); });
    return any ? std::optional(std::move(numbers)) : std::nullopt;
}

}

std::optional<NumberWithUnit> numberWithUnit(std::string_view cell)
{
    constexpr std::size_t longest = 64;
    constexpr std::string_view digits = "0123456789";
    if (cell.size() < 2 || cell.size() > longest)
        return std::nullopt;
    const bool inParentheses = cell.front() == '(' && cell.back() == ')';
    std::string_view rest = inParentheses ? trimmed(cell.substr(1, cell.size() - 2)) : cell;
    std::string_view sign = takeSign(rest);
    const std::string_view currency = takeCurrency(rest);
    if (sign.empty())
        sign = takeSign(rest);
    if (rest.empty() && sign == "-" && !currency.empty())
        return NumberWithUnit{"0", currency};
    if (rest.empty() || !(isDigit(rest.front()) || ((rest.front() == '.' || rest.front() == ',') && rest.size() > 1)))
        return std::nullopt;
    const std::size_t end = rest.find_last_of(digits) + 1;
    const std::string_view behind = trimmed(rest.substr(end));
    const bool apart = behind.size() < rest.size() - end;
    if (currency.empty() ? !isUnitBehind(behind, apart) : !behind.empty())
        return std::nullopt;
    return NumberWithUnit{std::string(sign).append(rest.substr(0, end)), currency.empty() ? behind : currency,
                          inParentheses};
}

std::string_view unitIn(std::string_view cell)
{
    const bool bracketed =
        cell.size() > 2 && ((cell.front() == '(' && cell.back() == ')') || (cell.front() == '[' && cell.back() == ']'));
    return bracketed ? cell.substr(1, cell.size() - 2) : cell;
}

std::optional<NumberWithLabel> numberWithLabel(std::string_view cell)
{
    const std::size_t mark = cell.find_first_of(":=");
    if (mark == std::string_view::npos || mark == 0 || isDigit(cell.front()))
        return std::nullopt;
    const std::string_view label = trimmed(cell.substr(0, mark));
    if (label.find_first_of("\"(){}[]") != std::string_view::npos)
        return std::nullopt;
    const std::string_view lastWord = label.substr(label.find_last_of(' ') + 1); // of "seg 08:15", a time
    if (lastWord.size() < label.size() && std::all_of(lastWord.begin(), lastWord.end(), isDigit))
        return std::nullopt;
    const std::string_view behind = trimmed(cell.substr(mark + 1));
    if (numberFormOf(behind).kind != NumberForm::Kind::NotANumber)
        return NumberWithLabel{label, std::string(behind), {}};
    const std::optional<NumberWithUnit> withUnit = numberWithUnit(behind);
    if (!withUnit || withUnit->inParentheses || numberFormOf(withUnit->number).kind == NumberForm::Kind::NotANumber)
        return std::nullopt;
    return NumberWithLabel{label, withUnit->number, withUnit->unit};
}

bool takeNumbersWithUnits(Column& column, const NumberFormat& format, std::optional<Parentheses>& parentheses)
{
    const auto take = [](std::string_view cell) {
        const std::optional<NumberWithUnit> found = numberWithUnit(cell);
        return found ? std::optional(Bare{found->number, {}, std::string(found->unit), found->inParentheses})
                     : std::nullopt;
    };
    const std::optional<BareNumbers> numbers = numbersOf(column, format, column.unit, take);
    if (!numbers)
        return false;
    becomeNumbers(column, numbers->ofCategories);
    column.unit = numbers->unit;
    parentheses = numbers->parentheses;
    return true;
}

std::optional<std::string> takeNumbersWithLabels(std::vector<Column>& columns, const NumberFormat& format)
{
    const auto take = [](std::string_view cell) {
        const std::optional<NumberWithLabel> found = numberWithLabel(cell);
        return found ? std::optional(Bare{found->number, std::string(found->label), std::string(found->unit)})
                     : std::nullopt;
    };
    std::vector<std::optional<BareNumbers>> numbers;
    std::optional<std::string> oneLabel;
    for (const Column& column : columns) {
        numbers.push_back(numbersOf(column, format, column.unit, take));
        if (!numbers.back() && column.values != Column::Values::Times)
            return std::nullopt;
        if (numbers.back() && !oneLabel)
            oneLabel = numbers.back()->label;
    }
    for (std::size_t i = 0; oneLabel && i < columns.size(); ++i) {
        if (!numbers[i])
            continue;
        becomeNumbers(columns[i], numbers[i]->ofCategories);
        const std::string& label = numbers[i]->label;
        const bool free = std::none_of(columns.begin(), columns.end(), [&](const Column& other) {
            return other.name == label || other.header == label;
        });
        if (free)
            columns[i].header = columns[i].name = label;
        columns[i].unit = numbers[i]->unit;
    }
    return oneLabel;
}

}

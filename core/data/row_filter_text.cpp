#include "common/number_text.h"
#include "data/data_choices.h"
#include "data/row_filter.h"
#include "data/value_text.h"

#include <algorithm>
#include <array>

namespace broto {

namespace {

using Comparison = RowFilter::Comparison;
using Condition = RowFilter::Condition;

struct Operator {
    std::string_view text;
    Comparison comparison;
};

/// The longer ones first: "<=" begins with "<".
constexpr std::array operators = {Operator{"!=", Comparison::NotEqual},
                                  Operator{"<=", Comparison::LessOrEqual},
                                  Operator{">=", Comparison::GreaterOrEqual},
                                  Operator{"=", Comparison::Equal},
                                  Operator{"<", Comparison::Less},
                                  Operator{">", Comparison::Greater}};

constexpr std::string_view missingWord = "missing";

bool isQuoted(std::string_view text)
{
    return text.size() >= 2 && text.front() == '"' && text.back() == '"';
}

std::string_view unquoted(std::string_view text)
{
    return isQuoted(text) ? text.substr(1, text.size() - 2) : text;
}

/// A condition cut in three, at one of its operators.
struct Cut {
    std::string_view left;
    Operator sign;
    std::string_view right;
};

std::vector<Cut> cutsOf(std::string_view text)
{
    std::vector<Cut> cuts;
    for (std::size_t place = 1; place < text.size(); ++place) {
        const auto sign = std::find_if(operators.begin(), operators.end(),
                                       [&](const Operator& o) { return text.substr(place).starts_with(o.text); });
        if (sign == operators.end())
            continue;
        cuts.push_back({trimmed(text.substr(0, place)), *sign, trimmed(text.substr(place + sign->text.size()))});
        place += sign->text.size() - 1;
    }
    return cuts;
}

Message nothingToCompareWith(const Cut& cut)
{
    return message("data.filter-no-value",
                   BROTO_TEXT("core", "Write a value after \"%1 %2\", such as 5 or a category."), cut.left,
                   cut.sign.text);
}

Message notANumber(const Cut& cut, const Column& column)
{
    return message("data.filter-not-a-number",
                   BROTO_TEXT("core", "\"%1\" is no number, but the column \"%2\" holds numbers. Write a number "
                                      "after \"%3\", or \"missing\"."),
                   cut.right, column.header, cut.sign.text);
}

std::optional<double> numberIn(std::string_view text)
{
    std::string withPoint(text);
    std::replace(withPoint.begin(), withPoint.end(), ',', '.');
    return parseNumber(withPoint);
}

Result<Condition> comparison(const Cut& cut, std::size_t index, const Column& column)
{
    if (cut.right.empty())
        return nothingToCompareWith(cut);
    Condition condition;
    condition.kind = Condition::Kind::Compares;
    condition.column = index;
    condition.comparison = cut.sign.comparison;
    const bool equality = condition.comparison == Comparison::Equal || condition.comparison == Comparison::NotEqual;
    if (equality && lowerCase(cut.right) == missingWord) {
        condition.withMissing = true;
    } else if (column.numeric()) {
        const std::optional<double> number = numberIn(cut.right);
        if (!number)
            return notANumber(cut, column);
        condition.number = *number;
    } else {
        condition.text = lowerCase(unquoted(cut.right));
    }
    return condition;
}

Result<Condition> conditionIn(std::string_view text, const Table& table, ColumnsAsChosen columns)
{
    Condition condition;
    condition.text = lowerCase(unquoted(text));
    if (isQuoted(text))
        return condition;
    const std::vector<Cut> cuts = cutsOf(text);
    for (const Cut& cut : cuts) {
        if (const Result<std::size_t> column = findColumn(table, cut.left))
            return comparison(cut, *column, columns.empty() ? table.columns[*column] : *columns[*column]);
    }
    if (!cuts.empty())
        return findColumn(table, cuts.front().left).error();
    if (condition.text == missingWord)
        condition.kind = Condition::Kind::MissesSomething;
    return condition;
}

/// Where the next "&" outside of quotes is; the end if there is none.
std::size_t nextJoin(std::string_view text)
{
    bool quoted = false;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] == '"')
            quoted = !quoted;
        else if (text[place] == '&' && !quoted)
            return place;
    }
    return text.size();
}

}

Result<RowFilter> parseRowFilter(std::string_view text, const Table& table, ColumnsAsChosen columns)
{
    RowFilter filter;
    while (!text.empty()) {
        const std::size_t join = nextJoin(text);
        const std::string_view part = trimmed(text.substr(0, join));
        text.remove_prefix(std::min(join + 1, text.size()));
        if (part.empty())
            continue;
        Result<Condition> condition = conditionIn(part, table, columns);
        if (!condition)
            return condition.error();
        filter.conditions.push_back(*std::move(condition));
    }
    return filter;
}

}
